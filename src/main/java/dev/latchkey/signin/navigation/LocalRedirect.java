package dev.latchkey.signin.navigation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/** Redirects only by path: the Host header comes from the client, and no URL may be built from it. */
public final class LocalRedirect {

    private LocalRedirect() {}

    /** Redirects to a path of this application, which must already be encoded. */
    public static void send(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + path);
    }
}
