package dev.latchkey.twofactor.rotation;

import dev.latchkey.twofactor.keyset.KeysetUnusableException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.NamedInterface;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Re-encrypts secrets in the background after the current key has changed, and reports the progress. */
@Component
@NamedInterface("api")
public class ReencryptionJob {

    private static final Logger LOG = LoggerFactory.getLogger(ReencryptionJob.class);

    // 5,000 secrets a run, because a run of any job is bounded
    private static final int PAGES = 50;

    private final SecretReencryption reencryption;
    private final AtomicReference<@Nullable KeyRotationProgress> last = new AtomicReference<>();
    private int unreadable;
    private boolean failing;

    ReencryptionJob(SecretReencryption reencryption) {
        this.reencryption = reencryption;
    }

    /** How far it is, as of a few seconds ago; empty right after the start. */
    public Optional<KeyRotationProgress> progress() {
        return Optional.ofNullable(last.get());
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void reencrypt() {
        try {
            note(reencryption.progress());
            if (progress().filter(now -> now.oldKeySecrets() > 0).isPresent()) {
                warnOf(reencryption.run(PAGES, this::note).size());
            }
            failing = false;
        } catch (DataAccessException | TransactionException e) {
            warnOf(e);
        } catch (KeysetUnusableException e) {
            LOG.debug("Not re-encrypting: {}", e.getMessage());
        }
    }

    private void note(KeyRotationProgress now) {
        var before = last.getAndSet(now);
        if (now.oldKeySecrets() == 0) {
            if (before != null && before.oldKeySecrets() > 0) {
                LOG.info("All secrets are encrypted with the current key.");
            }
        } else if (before == null || before.oldKeySecrets() == 0 || before.percent() / 10 != now.percent() / 10) {
            LOG.info(
                    "{} of {} secrets are still encrypted with an older key ({} % done).",
                    now.oldKeySecrets(), now.secrets(), now.percent());
        }
    }

    /** Once until it works again, not every few seconds. */
    private void warnOf(RuntimeException failure) {
        if (!failing) {
            LOG.warn(
                    "Not re-encrypting: the database failed. {}",
                    NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        }
        failing = true;
    }

    /** Once for each number, not every few seconds. */
    private void warnOf(int found) {
        if (found != unreadable && found > 0) {
            LOG.warn(
                    "{} secrets can't be decrypted with any key. Their users need a reset of their two-factor"
                            + " authentication. --retire-key lists them.",
                    found);
        }
        unreadable = found;
    }
}
