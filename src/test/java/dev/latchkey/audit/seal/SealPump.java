package dev.latchkey.audit.seal;

import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;

/** Seals the audit trail without waiting for the schedule. */
@TestComponent
public final class SealPump {

    private final AuditSealer sealer;
    private final SealRepository seals;

    SealPump(AuditSealer sealer, SealRepository seals) {
        this.sealer = sealer;
        this.seals = seals;
    }

    /** Seals every entry, however young. */
    public void sealAll() {
        sealOlderThan(Duration.ZERO);
    }

    /** Seals every entry of that age. */
    public void sealOlderThan(Duration grace) {
        while (sealer.sealNext(grace) > 0) {
            // and the next
        }
    }

    /** Seals one batch, however young; throws what keeps it from that. */
    public long sealOnce() {
        return sealer.sealNext(Duration.ZERO);
    }

    /** The id up to which entries are sealed. */
    public long sealedUpTo() {
        return seals.last().map(Seal::lastEntryId).orElse(0L);
    }
}
