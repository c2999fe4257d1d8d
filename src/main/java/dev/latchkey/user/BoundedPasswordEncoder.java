package dev.latchkey.user;

import dev.latchkey.component.RefusedException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Lets few hashes be reckoned at a time and few wait their turn, for each takes 19 MiB and a processor: whoever floods the
 * sign-in leaves processors, memory and request threads to those who are signed in.
 */
final class BoundedPasswordEncoder implements PasswordEncoder {

    /** How many wait for a turn before the next is refused at once. */
    static final int QUEUE = 50;

    private final PasswordEncoder encoder;
    private final Semaphore places;
    private final Semaphore turns;
    private final Duration patience;

    /** @param patience how long a turn is waited for before it is refused */
    BoundedPasswordEncoder(PasswordEncoder encoder, int atATime, Duration patience) {
        this.encoder = encoder;
        this.places = new Semaphore(atATime + QUEUE);
        this.turns = new Semaphore(atATime, true);
        this.patience = patience;
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
        if (!places.tryAcquire()) {
            throw busy();
        }
        try {
            if (!turnCame()) {
                throw busy();
            }
            try {
                return hashing.get();
            } finally {
                turns.release();
            }
        } finally {
            places.release();
        }
    }

    private boolean turnCame() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static RefusedException busy() {
        return new RefusedException("error.busy");
    }
}
