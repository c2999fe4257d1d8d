package dev.latchkey.audit.seal;

import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals the audit trail once a minute, on any number of nodes; writers of entries never wait for it. */
@Component
class SealingJob {

    private static final Logger LOG = LoggerFactory.getLogger(SealingJob.class);

    /** Ids are assigned before the entries commit; by then even a slow one has committed. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    // The trail of an older installation is sealed over several runs, because a run of any job is bounded
    private static final int BATCHES = 20;

    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private final AuditSealer sealer;

    SealingJob(AuditSealer sealer) {
        this.sealer = sealer;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void seal() {
        try {
            var batches = 0;
            while (batches < BATCHES && sealer.sealNext(GRACE) == AuditSealer.BATCH) {
                batches++;
            }
        } catch (DataAccessException e) {
            if (!isForTheNextRun(e)) {
                throw e;
            }
            LOG.debug("Not sealing now: another node is sealing, or an entry isn't committed yet");
        }
    }

    private static boolean isForTheNextRun(DataAccessException e) {
        return e instanceof DuplicateKeyException
                || e.getMostSpecificCause() instanceof SQLException cause && cause.getErrorCode() == LOCK_WAIT_TIMEOUT;
    }
}
