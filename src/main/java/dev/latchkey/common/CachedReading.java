package dev.latchkey.common;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private final Duration stale;
    private @Nullable Reading<T> running;
    private @Nullable Reading<T> last;

    /**
     * Reads from the source when somebody asks.
     *
     * @param life how old a value may get before it is read again
     * @param patience how long {@link #get} waits
     */
    public CachedReading(Supplier<T> source, Duration life, Duration patience) {
        this(source, life, patience, STALE);
    }

    CachedReading(Supplier<T> source, Duration life, Duration patience, Duration stale) {
        this.source = source;
        this.life = life;
        this.patience = patience;
        this.stale = stale;
    }

    /** The current value; empty if it cannot be read, or not in time. */
    public Optional<T> get() {
        var reading = current();
        try {
            var left = patience.toNanos() - reading.age();
            return Optional.of(reading.task().get(Math.max(0, left), TimeUnit.NANOSECONDS));
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
        var known = reading.task().isDone() ? reading : before;
        return known.age() > stale.toNanos() ? get() : known.result();
    }

    private synchronized Reading<T> current() {
        if (running != null && (!running.task().isDone() || running.age() < life.toNanos())) {
            return running;
        }
        last = running;
        running = new Reading<>(new FutureTask<>(source::get), System.nanoTime());
        Thread.ofVirtual().start(running.task());
        return running;
    }

    private record Reading<T>(FutureTask<T> task, long begun) {

        long age() {
            return System.nanoTime() - begun;
        }

        Optional<T> result() {
            return task.state() == FutureTask.State.SUCCESS ? Optional.of(task.resultNow()) : Optional.empty();
        }
    }
}
