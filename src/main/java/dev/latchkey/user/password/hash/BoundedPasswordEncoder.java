package dev.latchkey.user.password.hash;

import dev.latchkey.common.RefusedException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Limits how many hashes are calculated and wait at a time, because each needs 19 MiB and a processor: a flood of sign-ins leaves
 * processors, memory and request threads to signed-in users, and a turn to known browsers.
 */
final class BoundedPasswordEncoder implements PasswordEncoder {

    /** How many wait for a turn in a lane; at most half of them from one network. */
    static final int PLACES = 100;

    private final PasswordEncoder encoder;
    private final FairSemaphore strangers;
    private final FairSemaphore known;
    private final Duration patience;
    private final HashListener listener;

    /**
     * Hashes with that encoder.
     *
     * @param strangersAtATime how many at a time for unknown browsers
     * @param knownAtATime how many more for everybody else
     * @param patience how long to wait for a turn before it is refused
     */
    BoundedPasswordEncoder(
            PasswordEncoder encoder, int strangersAtATime, int knownAtATime, Duration patience, HashListener listener) {
        this.encoder = encoder;
        this.strangers = new FairSemaphore(strangersAtATime, PLACES);
        this.known = new FairSemaphore(knownAtATime, PLACES);
        this.patience = patience;
        this.listener = listener;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return inTurn(() -> encoder.encode(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return inTurn(() -> encoder.matches(password, hash));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private <T> T inTurn(Supplier<T> hashing) {
        var lane = HashLane.current();
        var turns = lane.ofStrangers() ? strangers : known;
        if (!turns.take(lane.network(), patience)) {
            listener.refused(lane);
            throw new RefusedException("error.busy");
        }
        var begun = System.nanoTime();
        try {
            return hashing.get();
        } finally {
            turns.release();
            listener.calculated(lane, System.nanoTime() - begun);
        }
    }

    /** How many wait for their turn in a lane. */
    int waiting(boolean ofStrangers) {
        return PLACES - (ofStrangers ? strangers : known).places();
    }
}
