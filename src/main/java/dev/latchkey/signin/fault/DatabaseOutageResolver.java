package dev.latchkey.signin.fault;

import dev.latchkey.common.DatabaseOutage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers a plain page that fails with the database. Otherwise Spring MVC would take the broken connection to the database for one
 * to the client, and answer with an empty page and 200.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseOutageResolver implements HandlerExceptionResolver {

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!DatabaseOutage.isCauseOf(failure)) {
            return null;
        }
        if (response.isCommitted() && failure instanceof RuntimeException cutOff) {
            // The client sees that the answer isn't whole
            throw cutOff;
        }
        try {
            OutageAnswer.send(response, failure);
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
