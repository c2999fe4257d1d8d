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
 * What makes two requests one submission: the path, every cookie and every field. The token in the form differs each time a page is
 * rendered, so that the same code typed again into the page that came back is another submission.
 *
 * @param hash SHA-256, in hexadecimal: what was typed is kept nowhere
 */
record FormSubmission(String hash) {

    private static final String TOKEN = "_csrf";

    /** That of the request; empty for a form without the token of a page. */
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
