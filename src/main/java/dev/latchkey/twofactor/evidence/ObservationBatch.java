package dev.latchkey.twofactor.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares some users with what is known of them, in one transaction. */
@Component
class ObservationBatch {

    private static final int SIZE = 1_000;

    private final UserStateRepository states;

    ObservationBatch(UserStateRepository states) {
        this.states = states;
    }

    /**
     * Records what has changed about the users after that id.
     *
     * @return the id after which to continue; empty if that was the last batch
     */
    @Transactional
    public OptionalLong observe(long after, LocalDate today, Instant now) {
        var end = states.endOfBatch(after, SIZE);
        // Who is gone may have had a higher id than all who are there
        var upTo = end.orElse(Long.MAX_VALUE);
        states.end(after, upTo, today, now);
        states.forget(after, upTo, today, now);
        states.begin(after, upTo, today, now);
        return end.isPresent() ? OptionalLong.of(upTo) : OptionalLong.empty();
    }
}
