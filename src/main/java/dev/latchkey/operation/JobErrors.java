package dev.latchkey.operation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.ErrorHandler;

/**
 * Logs what a job could not handle; the job runs again. While the database is gone, every job fails every few seconds and says
 * nothing new: readiness has said it in one line.
 */
final class JobErrors implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(JobErrors.class);

    @Override
    public void handleError(Throwable failure) {
        if (isOutage(failure)) {
            LOG.debug(
                    "A job waits for the database: {}",
                    NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        } else {
            LOG.error("A job failed, and will run again", failure);
        }
    }

    private static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof DataAccessResourceFailureException) {
                return true;
            }
        }
        return false;
    }
}
