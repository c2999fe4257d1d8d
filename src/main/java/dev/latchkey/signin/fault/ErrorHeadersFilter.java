package dev.latchkey.signin.fault;

import dev.latchkey.signin.web.ResponseHeaders;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives an error page the headers that Spring Security would have written, for requests that the server refused before it. */
final class ErrorHeadersFilter extends HttpFilter {

    private final transient ResponseHeaders headers;

    ErrorHeadersFilter(ResponseHeaders headers) {
        this.headers = headers;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        headers.addMissing(response);
        chain.doFilter(request, response);
    }
}
