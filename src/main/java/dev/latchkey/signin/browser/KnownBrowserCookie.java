package dev.latchkey.signin.browser;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.Sha256;
import dev.latchkey.common.client.Device;
import dev.latchkey.signin.SignedInUser;
import dev.latchkey.signin.navigation.PageCookies;
import dev.latchkey.signin.password.PasswordLane;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.UserName;
import dev.latchkey.user.browser.KnownBrowsers;
import dev.latchkey.user.lockout.PasswordAttempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The cookie that identifies a known browser: 128 random bits, whose SHA-256 is in the database, so that it can be revoked on every
 * node at once. It survives the log-out and contains no other information.
 */
@Component
public class KnownBrowserCookie {

    private static final String COOKIE = "browser";
    private static final int TOKEN_BYTES = 16;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final PageCookies cookies;
    private final KnownBrowsers browsers;
    private final PasswordAttempts attempts;
    private final AuditTrail auditTrail;
    private final SecureRandom random = new SecureRandom();

    KnownBrowserCookie(PageCookies cookies, KnownBrowsers browsers, PasswordAttempts attempts, AuditTrail auditTrail) {
        this.cookies = cookies;
        this.browsers = browsers;
        this.attempts = attempts;
        this.auditTrail = auditTrail;
    }

    /** The id of the browser, if the user with that address is known in it. An invalid cookie counts as none, and costs the same. */
    public Optional<Long> find(HttpServletRequest request, EmailAddress email) {
        return browsers.find(Sha256.of(token(request).orElse("")), email);
    }

    /** Makes the browser known, because its user has just completed a login in it. */
    public void remember(HttpServletRequest request, HttpServletResponse response, SignedInUser user) {
        var token = token(request).orElseGet(this::draw);
        if (remember(token, request, response, user.getUserId(), KnownBrowsers.LIFE)) {
            auditTrail.record(
                    AuditAction.BROWSER_REMEMBERED,
                    user.getUserId(),
                    user.getUserId(),
                    user.getUsername(),
                    Device.of(request.getHeader("User-Agent")).text());
        }
    }

    /** Makes the browser known for a short time, with no wrong passwords, because its user has just used a mailed link in it. Signs nobody in. */
    public void rememberByLink(HttpServletRequest request, HttpServletResponse response, UserName user) {
        var token = token(request).orElseGet(this::draw);
        remember(token, request, response, user.id(), KnownBrowsers.LIFE_BY_LINK);
        var email = new EmailAddress(user.email());
        browsers.find(Sha256.of(token), email)
                .ifPresent(id -> attempts.forget(new PasswordLane.OfKnownBrowser(id).key(email)));
    }

    private boolean remember(
            String token, HttpServletRequest request, HttpServletResponse response, long userId, Duration life) {
        var device = Device.of(request.getHeader("User-Agent"));
        cookies.write(response, COOKIE, token, KnownBrowsers.LIFE);
        return browsers.remember(
                Sha256.of(token), userId, device.browser(), device.operatingSystem(), request.getRemoteAddr(), life);
    }

    private Optional<String> token(HttpServletRequest request) {
        return cookies.read(request, COOKIE)
                .filter(value -> TOKEN.matcher(value).matches());
    }

    private String draw() {
        var token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
