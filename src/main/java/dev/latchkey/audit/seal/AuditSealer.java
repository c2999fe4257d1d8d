package dev.latchkey.audit.seal;

import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the next seal on entries that nothing can slip in between any more. */
@Component
class AuditSealer {

    /** The most entries under one seal, so that what has been tampered with is found to that many. */
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
     * Seals the next entries, as far as they are older than that by the clock of the database.
     *
     * @return how many; 0 where nothing is old enough
     * @throws org.springframework.dao.DataAccessException where another node was first, or an older entry is not committed
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
