package dev.latchkey.signin.fault;

import dev.latchkey.common.DatabaseOutage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers whatever fails with the database before or outside a page, such as the check of a session. */
@Component
@Order(DatabaseOutageFilter.AROUND_THE_SIGN_IN)
class DatabaseOutageFilter extends OncePerRequestFilter {

    /** After the limits on requests, and before Spring Security. */
    static final int AROUND_THE_SIGN_IN = Ordered.HIGHEST_PRECEDENCE + 10;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            // What was cut off must not end like a whole answer
            if (response.isCommitted() || !DatabaseOutage.isCauseOf(failure)) {
                throw failure;
            }
            OutageAnswer.send(response, failure);
        }
    }
}
