package dev.latchkey.signin.web;

import dev.latchkey.common.Sha256;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Identifies a submission: the path, every cookie and every field. The token in the form differs for each rendering of a page, so
 * that typing the same code again into a new page is another submission.
 *
 * @param hash SHA-256, in hexadecimal: the input itself is not kept
 */
record FormSubmission(String hash) {

    private static final String TOKEN = "_csrf";

    /** The submission of the request; empty for a form without the token of a page. */
    static Optional<FormSubmission> of(HttpServletRequest request) {
        if (request.getParameter(TOKEN) == null || request.getCookies() == null) {
            return Optional.empty();
        }
        var digest = Sha256.digest();
        add(digest, request.getRequestURI());
        Arrays.stream(request.getCookies())
                .sorted(Comparator.comparing(Cookie::getName))
                .forEach(cookie -> {
                    add(digest, cookie.getName());
                    add(digest, cookie.getValue());
                });
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            add(digest, name);
            Arrays.stream(values).forEach(value -> add(digest, value));
        });
        return Optional.of(new FormSubmission(HexFormat.of().formatHex(digest.digest())));
    }

    private static void add(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
