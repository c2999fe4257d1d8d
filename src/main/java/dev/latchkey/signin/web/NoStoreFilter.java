package dev.latchkey.signin.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Vaadin answers clicks with {@code no-cache}, which allows a browser to store the answer; this changes it to {@code no-store}. */
public final class NoStoreFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void setHeader(String name, @Nullable String value) {
                var weak = HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name) && "no-cache".equals(value);
                super.setHeader(name, weak ? "no-store" : value);
            }
        });
    }
}
