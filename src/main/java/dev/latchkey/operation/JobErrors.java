package dev.latchkey.operation;

import dev.latchkey.common.DatabaseOutage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.ErrorHandler;

/**
 * Logs what a job could not handle; the job runs again. During a {@link DatabaseOutage}, every job fails every few seconds and says
 * nothing new: readiness has said it in one line.
 */
final class JobErrors implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(JobErrors.class);

    @Override
    public void handleError(Throwable failure) {
        if (DatabaseOutage.isCauseOf(failure)) {
            LOG.debug(
                    "A job waits for the database: {}",
                    NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        } else {
            LOG.error("A job failed, and will run again", failure);
        }
    }
}
