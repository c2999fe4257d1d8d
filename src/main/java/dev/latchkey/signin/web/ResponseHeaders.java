package dev.latchkey.signin.web;

import dev.latchkey.mail.MailProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.stereotype.Component;

/** The security headers of every response. */
@Component
public class ResponseHeaders {

    static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    // What the error page needs; plain pages and Vaadin's pages have their own, see PagePolicy
    private static final String NO_SCRIPTS = String.join(
            "; ",
            "default-src 'none'",
            "style-src 'self'",
            "img-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");
    private static final String PERMISSIONS_POLICY =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    private final boolean publicByHttps;
    private final StrictTransportProperties strictTransport;

    ResponseHeaders(MailProperties properties, StrictTransportProperties strictTransport) {
        publicByHttps = "https".equals(properties.publicUrl().getScheme());
        this.strictTransport = strictTransport;
    }

    /** The headers of every page. */
    public void configure(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(NO_SCRIPTS))
                .frameOptions(frames -> frames.deny())
                // One-time links have their token in the path
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(transport -> transport
                        .requestMatcher(this::isReachedByHttps)
                        .maxAgeInSeconds(strictTransport.maxAge().toSeconds())
                        .includeSubDomains(strictTransport.includeSubdomains())
                        .preload(strictTransport.preload()))
                .withObjectPostProcessor(new EagerHeaders());
    }

    /** The headers of files that are the same for everybody, which a browser may cache. */
    public void configureStaticFiles(HeadersConfigurer<HttpSecurity> headers) {
        configure(headers);
        headers.cacheControl(cache -> cache.disable());
        // Until a file is found and sets its caching: a missing file may exist soon
        headers.addHeaderWriter(new StaticHeadersWriter(
                HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue()));
    }

    /** The same for an answer that Spring Security does not see; what it has already stays. */
    public void addMissing(HttpServletResponse response) {
        addMissing(response, CONTENT_SECURITY_POLICY, NO_SCRIPTS);
        addMissing(response, "X-Content-Type-Options", "nosniff");
        addMissing(response, "X-Frame-Options", "DENY");
        addMissing(response, "Referrer-Policy", ReferrerPolicy.NO_REFERRER.getPolicy());
        addMissing(response, "Permissions-Policy", PERMISSIONS_POLICY);
        addMissing(response, "Cross-Origin-Opener-Policy", CrossOriginOpenerPolicy.SAME_ORIGIN.getPolicy());
        addMissing(response, "Cross-Origin-Resource-Policy", CrossOriginResourcePolicy.SAME_ORIGIN.getPolicy());
        addMissing(response, HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        if (publicByHttps) {
            addMissing(response, "Strict-Transport-Security", strictTransport.header());
        }
    }

    private static void addMissing(HttpServletResponse response, String name, String value) {
        if (!response.containsHeader(name)) {
            response.setHeader(name, value);
        }
    }

    /** A proxy that terminates TLS may not report it, so the public URL decides as well. */
    boolean isReachedByHttps(HttpServletRequest request) {
        return publicByHttps || request.isSecure();
    }

    /** Vaadin commits its pages before a lazy writer runs: no-store and nosniff went missing. */
    private static final class EagerHeaders implements ObjectPostProcessor<HeaderWriterFilter> {

        @Override
        public <O extends HeaderWriterFilter> O postProcess(O filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    }
}
