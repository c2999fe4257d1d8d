package dev.latchkey.signin.web;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.DataNode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Sets the content security policy that Vaadin needs, instead of the one of {@link ResponseHeaders}: scripts with the nonce of this
 * page, and what those load from this host; styles of this host or with the nonce, and those of the calendar; no {@code eval}.
 */
@Component
class PagePolicy implements VaadinServiceInitListener {

    private static final int NONCE_BYTES = 16;

    // Hashes of display: none and display: block, the style attributes of Vaadin's loading indicator; nothing else has
    // any
    private static final String LOADING_INDICATOR = "'sha256-ZdHxw9eWtnxUb3mk6tBS+gIiVUPE3pGM470keHPDFlE='"
            + " 'sha256-vYd+FsML43MBXhP+pXOhW9h0Cdq43hkCe4Im/yyvhss='";

    // Hashes of the calendar of Vaadin's date picker, in texts that become HTML; without them it is an empty box
    private static final String CALENDAR = "'sha256-BKKY16xB+vgcX++RMreQaVDFJ1Qtp3GEF5hU8JgnRxk='"
            + " 'sha256-Mi+i7Phh1UOjZ0x/qGAS342TU+vn7xG5xDIzcKxXhiU='"
            + " 'sha256-3QT3eM+q9TclSqSU3m57G/bQwWnIhIFfAxgKI5k9zxs='";

    private final SecureRandom random = new SecureRandom();
    private final String expressions;

    PagePolicy(@Value("classpath:META-INF/resources/scripts/expressions.js") Resource expressions) throws IOException {
        this.expressions = expressions.getContentAsString(StandardCharsets.UTF_8);
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::protect);
    }

    private void protect(IndexHtmlResponse page) {
        var nonce = nonce();
        var document = page.getDocument();
        // In the page, so that no cache has one of another release; and first, because the client uses what it changes
        document.head().prependElement("script").appendChild(new DataNode(expressions));
        document.select("script, style, link[rel=modulepreload]").attr("nonce", nonce);
        page.getVaadinResponse().setHeader(ResponseHeaders.CONTENT_SECURITY_POLICY, policy(nonce));
    }

    private String nonce() {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String policy(String nonce) {
        return String.join(
                        "; ",
                        "default-src 'none'",
                        "script-src 'nonce-" + nonce + "' 'strict-dynamic'",
                        "style-src 'self' 'nonce-" + nonce + "' " + CALENDAR,
                        "style-src-attr 'unsafe-hashes' " + LOADING_INDICATOR,
                        "connect-src 'self'",
                        "img-src 'self' data:",
                        "font-src 'self'",
                        "base-uri 'self'",
                        "form-action 'self'",
                        "frame-ancestors 'none'")
                // A second policy in addition to the first: the page's own scripts load only from this host
                + ", script-src 'self' 'nonce-" + nonce + "'";
    }
}
