package dev.latchkey.common;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that costs something to read, such as a query. However many ask, it is read by one thread at a time, and not again until
 * the last one is old; nobody waits for it longer than a bounded time. What cannot be read is empty, and that lasts as long.
 *
 * @param <T> the type of the value
 */
public final class CachedReading<T> {

    /** A value that is older than this is not given to anybody, however seldom somebody asks. */
    private static final Duration STALE = Duration.ofMinutes(1);

    private final Supplier<T> source;
    private final Duration life;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private @Nullable Reading<T> running;
    private @Nullable Reading<T> last;

    /**
     * Reads from the source when somebody asks.
     *
     * @param life how old a value may get before it is read again
     * @param patience how long {@link #get} waits
     */
    public CachedReading(Supplier<T> source, Duration life, Duration patience) {
        this(source, life, patience, System::nanoTime);
    }

    CachedReading(Supplier<T> source, Duration life, Duration patience, LongSupplier nanoTime) {
        this.source = source;
        this.life = life;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /** The current value; empty if it cannot be read, or not in time. */
    public Optional<T> get() {
        var reading = current();
        try {
            var left = patience.toNanos() - since(reading.begun);
            return Optional.of(reading.get(Math.max(0, left), TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * The value that was read last, without waiting for a newer one, which this begins to read. If the last is older than a minute,
     * or there is none, this waits like {@link #get}. Empty if it could not be read.
     */
    public Optional<T> latest() {
        var reading = current();
        Reading<T> before;
        synchronized (this) {
            before = last;
        }
        if (before == null) {
            return get();
        }
        var known = reading.isDone() ? reading : before;
        return since(known.begun) > STALE.toNanos() ? get() : known.result();
    }

    private synchronized Reading<T> current() {
        // By its end: otherwise one that took long would be old when it is there, and each who asks would wait for
        // another
        if (running != null && (!running.isDone() || since(running.ended) < life.toNanos())) {
            return running;
        }
        last = running;
        running = new Reading<>(source, nanoTime);
        Thread.ofVirtual().start(running);
        return running;
    }

    private long since(long instant) {
        return nanoTime.getAsLong() - instant;
    }

    private static final class Reading<T> extends FutureTask<T> {

        private final LongSupplier nanoTime;
        private final long begun;
        private volatile long ended;

        Reading(Supplier<T> source, LongSupplier nanoTime) {
            super(source::get);
            begun = nanoTime.getAsLong();
            ended = begun;
            this.nanoTime = nanoTime;
        }

        @Override
        protected void set(T value) {
            ended = nanoTime.getAsLong();
            super.set(value);
        }

        @Override
        protected void setException(Throwable failure) {
            ended = nanoTime.getAsLong();
            super.setException(failure);
        }

        Optional<T> result() {
            return state() == State.SUCCESS ? Optional.of(resultNow()) : Optional.empty();
        }
    }
}
