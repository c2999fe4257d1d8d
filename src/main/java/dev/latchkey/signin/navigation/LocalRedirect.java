package dev.latchkey.signin.navigation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/** Redirects by path alone: the host that a request names is the client's word, and no address may be built from it. */
public final class LocalRedirect {

    private LocalRedirect() {}

    /** Redirects to a path of this application, whose characters need no encoding any more. */
    public static void send(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + path);
    }
}
