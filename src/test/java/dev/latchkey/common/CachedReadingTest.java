package dev.latchkey.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CachedReadingTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicLong nanoTime = new AtomicLong();

    @Test
    void it_is_read_once_while_it_is_fresh_however_many_ask() {
        var reading = new CachedReading<>(reads::incrementAndGet, LONG, LONG);

        assertThat(reading.get()).contains(1);
        assertThat(reading.get()).contains(1);
        assertThat(reading.latest()).contains(1);
    }

    @Test
    void what_cannot_be_read_is_empty_until_it_can() {
        var reading = new CachedReading<>(
                () -> {
                    if (reads.incrementAndGet() == 1) {
                        throw new IllegalStateException();
                    }
                    return reads.get();
                },
                SHORT,
                LONG);

        assertThat(reading.get()).isEmpty();
        await().untilAsserted(() -> assertThat(reading.get()).isPresent());
    }

    @Test
    void nobody_waits_longer_than_the_bound_and_nobody_reads_beside_a_slow_reader() {
        var over = new CountDownLatch(1);
        var reading = new CachedReading<>(
                () -> {
                    reads.incrementAndGet();
                    await().pollDelay(Duration.ZERO).until(() -> over.getCount() == 0);
                    return 1;
                },
                SHORT,
                SHORT);

        assertThat(reading.get()).isEmpty();
        assertThat(reading.get()).isEmpty();
        assertThat(reads).hasValue(1);
        over.countDown();
        await().untilAsserted(() -> assertThat(reading.get()).contains(1));
    }

    @Test
    void the_latest_is_given_at_once_while_a_newer_one_is_read() {
        var over = new CountDownLatch(1);
        var reading = new CachedReading<>(
                () -> {
                    var number = reads.incrementAndGet();
                    if (number == 2) {
                        await().pollDelay(Duration.ZERO).until(() -> over.getCount() == 0);
                    }
                    return number;
                },
                SHORT,
                LONG);

        assertThat(reading.latest()).as("the first is waited for").contains(1);
        await().untilAsserted(() -> {
            reading.latest();
            assertThat(reads).hasValue(2);
        });
        assertThat(reading.latest()).contains(1);
        over.countDown();
        await().untilAsserted(() -> assertThat(reading.latest())
                .hasValueSatisfying(it -> assertThat(it).isGreaterThan(1)));
    }

    @Test
    void who_asks_seldom_waits_for_a_new_value_instead_of_getting_none() {
        var reading = new CachedReading<>(reads::incrementAndGet, SHORT, LONG, nanoTime::get);

        assertThat(reading.latest()).contains(1);
        nanoTime.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(reading.latest()).contains(2);
    }

    @Test
    void a_value_that_took_long_is_as_fresh_as_any_other_when_it_is_there() {
        var reading = new CachedReading<>(
                () -> {
                    nanoTime.addAndGet(Duration.ofSeconds(5).toNanos());
                    return reads.incrementAndGet();
                },
                Duration.ofSeconds(2),
                LONG,
                nanoTime::get);

        assertThat(reading.get()).contains(1);
        assertThat(reading.get()).contains(1);
    }
}
