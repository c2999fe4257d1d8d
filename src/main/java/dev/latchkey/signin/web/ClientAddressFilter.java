package dev.latchkey.signin.web;

import dev.latchkey.signin.NetworkAddress;
import dev.latchkey.signin.NetworkRange;
import dev.latchkey.signin.SignInProperties;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the client's address behind the trusted proxies, for limits and the audit trail: the last one in {@code X-Forwarded-For}
 * that is not a trusted proxy's. Other claims in that header are ignored, and if it cannot be parsed, the client is the peer
 * itself.
 */
@Component
@Order(RequestLimitFilter.BEHIND_THE_ENCODING + 1)
class ClientAddressFilter extends OncePerRequestFilter {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int MOST = 20;

    private final List<NetworkRange> trusted;

    ClientAddressFilter(SignInProperties properties) {
        this.trusted =
                properties.trustedProxies().stream().map(NetworkRange::parse).toList();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var client = client(request);
        chain.doFilter(client.equals(request.getRemoteAddr()) ? request : new FromElsewhere(request, client), response);
    }

    private String client(HttpServletRequest request) {
        var client = request.getRemoteAddr();
        if (!isTrusted(client)) {
            return client;
        }
        for (var claimed : claimed(request).reversed()) {
            var address = NetworkAddress.parse(claimed);
            if (address.isEmpty()) {
                return client;
            }
            client = address.get().getHostAddress();
            if (!isTrusted(address.get())) {
                return client;
            }
        }
        return client;
    }

    /** From the client to the last proxy; only the end of a list that is longer than any chain of proxies. */
    private static List<String> claimed(HttpServletRequest request) {
        var claimed = new ArrayList<String>();
        for (var header : Collections.list(request.getHeaders(FORWARDED_FOR))) {
            claimed.addAll(List.of(header.split(",")));
        }
        return claimed.subList(Math.max(0, claimed.size() - MOST), claimed.size());
    }

    private boolean isTrusted(String address) {
        return NetworkAddress.parse(address).filter(this::isTrusted).isPresent();
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }

    private static final class FromElsewhere extends HttpServletRequestWrapper {

        private final String client;

        FromElsewhere(HttpServletRequest request, String client) {
            super(request);
            this.client = client;
        }

        @Override
        public String getRemoteAddr() {
            return client;
        }

        @Override
        public String getRemoteHost() {
            return client;
        }
    }
}
