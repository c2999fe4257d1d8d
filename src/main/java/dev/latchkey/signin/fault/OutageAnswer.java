package dev.latchkey.signin.fault;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;

/** What a request gets that failed because of a {@link dev.latchkey.common.DatabaseOutage}. */
final class OutageAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(OutageAnswer.class);

    private static final String SECONDS_TO_WAIT = "30";

    private OutageAnswer() {}

    /** Answers with the error page and when to try again; the response must not be committed. */
    static void send(HttpServletResponse response, Throwable failure) throws IOException {
        LOG.warn(
                "Can't answer a request, because the database can't be used: {}",
                NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
