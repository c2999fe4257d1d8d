package dev.latchkey.signin.navigation;

import dev.latchkey.mail.MailProperties;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Reads and writes the application's cookies: not accessible to scripts and to other sites' forms, and, if the installation uses
 * HTTPS, with a name that no other host can set ({@code __Host-}, RFC 6265bis 4.1.3.2).
 */
@Component
public class PageCookies {

    private final boolean secure;

    PageCookies(MailProperties properties) {
        this.secure = "https".equals(properties.publicUrl().getScheme());
    }

    /** The value of the cookie with that name; empty if there is none. */
    public Optional<String> read(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, fullName(name))).map(Cookie::getValue);
    }

    /** Stores a value in the browser for that long. */
    public void write(HttpServletResponse response, String name, String value, Duration life) {
        var cookie = ResponseCookie.from(fullName(name), value).maxAge(life);
        response.addHeader(HttpHeaders.SET_COOKIE, harden(cookie).build().toString());
    }

    /** Deletes it from the browser. */
    void delete(HttpServletRequest request, HttpServletResponse response, String name) {
        if (request.getCookies() != null
                && Arrays.stream(request.getCookies())
                        .anyMatch(cookie -> cookie.getName().equals(fullName(name)))) {
            write(response, name, "", Duration.ZERO);
        }
    }

    /** The name in the browser. */
    public String fullName(String name) {
        return (secure ? "__Host-" : "") + "latchkey-" + name;
    }

    /** The cookie with the attributes of all our cookies. */
    public ResponseCookie.ResponseCookieBuilder harden(ResponseCookie.ResponseCookieBuilder cookie) {
        return cookie.httpOnly(true).secure(secure).sameSite("Lax").path("/");
    }
}
