package dev.latchkey.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class MovableClock extends Clock {

    private volatile Instant now = Instant.now();

    /** Moves the clock, mostly ahead. */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** Moves the clock to the machine's time, by which the database goes. */
    public synchronized void toRealTime() {
        now = Instant.now();
    }

    /** Moves the clock to the start of the next time step, so that a new code is due. */
    public synchronized void toNextStep() {
        now = Instant.ofEpochSecond((now.getEpochSecond() / 30 + 1) * 30);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
