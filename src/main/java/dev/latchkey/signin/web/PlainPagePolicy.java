package dev.latchkey.signin.web;

import jakarta.servlet.http.HttpServletResponse;

/** The content security policy of a plain page: scripts and styles of this host, a QR code in the page, forms to this host. */
public final class PlainPagePolicy {

    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private PlainPagePolicy() {}

    /** Sets it for a page, instead of the policy of other answers, see {@link ResponseHeaders}. */
    public static void apply(HttpServletResponse response) {
        response.setHeader(ResponseHeaders.CONTENT_SECURITY_POLICY, POLICY);
    }
}
