package dev.latchkey.signin.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Limits requests before anything processes them: the method, the path, the size of the body, and the header that is expensive to
 * parse. The server limits the rest: all headers together (8 KB), a form (16 KB) and its fields (see {@code
 * application.properties}).
 */
@Component
@Order(RequestLimitFilter.BEHIND_THE_ENCODING)
class RequestLimitFilter extends OncePerRequestFilter {

    /** After Spring's filter for the encoding of forms, and before all filters that read something. */
    static final int BEHIND_THE_ENCODING = Ordered.HIGHEST_PRECEDENCE + 1;

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    /** The longest body of a request, in bytes: what an open page sends with a long list of addresses. */
    static final int LONGEST_BODY = 256 * 1024;

    // Our deepest path has six, and browsers send two hundred characters of Accept
    private static final int MOST_PARTS = 50;
    private static final int LONGEST_ACCEPT = 1_000;

    private final ResponseHeaders headers;

    RequestLimitFilter(ResponseHeaders headers) {
        this.headers = headers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!METHODS.contains(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, POST");
            UnreadableForm.refuse(new ShortLanguages(request), response, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (request.getContentLengthLong() > LONGEST_BODY) {
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (isCostlyToParse(request)) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST);
        } else if (!isReadable(request) || UnreadableForm.is(request)) {
            UnreadableForm.refuse(new ShortLanguages(request), response, HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(new ShortLanguages(request), response);
        }
    }

    /** Each part of a path, and each accepted media type, becomes several objects, many times over. */
    private static boolean isCostlyToParse(HttpServletRequest request) {
        var parts = request.getRequestURI()
                .chars()
                .filter(character -> character == '/' || character == ';')
                .count();
        var accepted = Collections.list(request.getHeaders(HttpHeaders.ACCEPT)).stream()
                .mapToInt(String::length)
                .sum();
        return parts > MOST_PARTS || accepted > LONGEST_ACCEPT;
    }

    /** Whether Spring finds the servlet path in it; it does not if the path is written in a way that only Tomcat understands. */
    private static boolean isReadable(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parse(request);
            return true;
        } catch (IllegalArgumentException otherwiseWritten) {
            return false;
        }
    }

    private void refuse(HttpServletResponse response, int status) {
        headers.addMissing(response);
        response.setStatus(status);
        response.setHeader(HttpHeaders.CONNECTION, "close");
    }

    /** A request whose languages are cut to what browsers send, and parsed once. */
    private static final class ShortLanguages extends HttpServletRequestWrapper {

        private static final int LONGEST = 100;
        private static final int MOST = 10;

        private final @Nullable String languages;
        private @Nullable List<Locale> locales;

        ShortLanguages(HttpServletRequest request) {
            super(request);
            languages = shortened(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        }

        /** Only whole ranges, because half of one may be another. */
        private static @Nullable String shortened(@Nullable String header) {
            if (header == null) {
                return null;
            }
            var end = 0;
            for (var ranges = 0; ranges < MOST && end < header.length(); ranges++) {
                var comma = header.indexOf(',', end + 1);
                var next = comma < 0 ? header.length() : comma;
                if (next > LONGEST) {
                    break;
                }
                end = next;
            }
            return header.substring(0, end);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isLanguages(name) ? languages : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isLanguages(name)
                    ? Collections.enumeration(languages == null ? List.of() : List.of(languages))
                    : super.getHeaders(name);
        }

        @Override
        public Locale getLocale() {
            return locales().getFirst();
        }

        @Override
        public Enumeration<Locale> getLocales() {
            return Collections.enumeration(locales());
        }

        private List<Locale> locales() {
            if (locales == null) {
                locales = read();
            }
            return locales;
        }

        private List<Locale> read() {
            var asked = ranges().stream()
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .toList();
            return asked.isEmpty() ? List.of(Locale.ENGLISH) : asked;
        }

        /** None if none can be parsed, for example if there are only commas. */
        private List<Locale.LanguageRange> ranges() {
            try {
                return languages == null || languages.isBlank() ? List.of() : Locale.LanguageRange.parse(languages);
            } catch (IllegalArgumentException e) {
                return List.of();
            }
        }

        private static boolean isLanguages(String name) {
            return HttpHeaders.ACCEPT_LANGUAGE.equalsIgnoreCase(name);
        }
    }
}
