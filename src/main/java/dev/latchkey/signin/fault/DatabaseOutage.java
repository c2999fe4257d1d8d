package dev.latchkey.signin.fault;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.CannotCreateTransactionException;

/** A database that cannot be reached, or that takes no changes: nothing is wrong with the request, and it works again by itself. */
final class DatabaseOutage {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseOutage.class);

    /** A server that is read-only (1290, 1836), and a transaction that is (1792). */
    private static final Set<Integer> TAKES_NO_CHANGES = Set.of(1290, 1792, 1836);

    private static final String CONNECTION_STATE = "08";
    private static final String SECONDS_TO_WAIT = "30";

    private DatabaseOutage() {}

    static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof SQLException refused && isOutage(refused)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(SQLException refused) {
        return TAKES_NO_CHANGES.contains(refused.getErrorCode())
                || refused.getSQLState() != null && refused.getSQLState().startsWith(CONNECTION_STATE);
    }

    /** Answers with the error page and when to try again; the response must not be committed. */
    static void answer(HttpServletResponse response, Throwable failure) throws IOException {
        LOG.warn(
                "Can't answer a request, because the database can't be used: {}",
                NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
