package dev.latchkey.signin.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Links a session of the server to its row in the database: a random value that never leaves the server. With the id in the cookie,
 * anybody who reads the database could take over every session.
 */
public final class SessionKey {

    private static final String ATTRIBUTE = SessionKey.class.getName();
    private static final int BYTES = 16;

    private SessionKey() {}

    static String draw(SecureRandom random) {
        var key = new byte[BYTES];
        random.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    static void put(HttpSession session, String key) {
        session.setAttribute(ATTRIBUTE, key);
    }

    /** Empty for a session whose sign-in is not complete. */
    public static Optional<String> of(@Nullable HttpSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable((String) session.getAttribute(ATTRIBUTE));
    }

    /** The key of the current request's session. */
    public static Optional<String> current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : Optional.empty();
    }

    /** The key of the request's session; empty if there is none. */
    public static Optional<String> of(HttpServletRequest request) {
        return of(request.getSession(false));
    }
}
