package dev.latchkey.audit.seal;

import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seals the next entries, once no other entry can be inserted between them. */
@Component
class AuditSealer {

    /** The most entries under one seal, so that tampering can be located to within that many. */
    static final int BATCH = 500;

    private final SealedEntryRepository trail;
    private final SealRepository seals;
    private final SealKeys keys;

    AuditSealer(SealedEntryRepository trail, SealRepository seals, SealKeys keys) {
        this.trail = trail;
        this.seals = seals;
        this.keys = keys;
    }

    /**
     * Seals the next entries that are older than that by the database's clock.
     *
     * @return how many; 0 if nothing is old enough
     * @throws org.springframework.dao.DataAccessException if another node was first, or an older entry is not committed
     */
    @Transactional
    public long sealNext(Duration grace) {
        var previous = seals.last().orElse(Seal.BEFORE_THE_FIRST);
        var last = lastOldEnough(previous.lastEntryId(), grace);
        if (last.isEmpty()) {
            return 0;
        }
        var entries = new EntriesHash();
        trail.readToSeal(previous.lastEntryId(), last.getAsLong(), entries::add);
        seals.insert(Seal.after(previous, last.getAsLong(), entries, trail.now(), keys));
        return entries.count();
    }

    private OptionalLong lastOldEnough(long after, Duration grace) {
        return trail.candidates(after, grace.toSeconds(), BATCH).stream()
                .takeWhile(candidate -> !candidate.young())
                .mapToLong(SealedEntryRepository.Candidate::id)
                .max();
    }
}
