package dev.latchkey.user.password.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.common.RefusedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class BoundedPasswordEncoderTest {

    private static final HashListener NO_LISTENER = new HashListener() {

        @Override
        public void calculated(HashLane lane, long nanoseconds) {}

        @Override
        public void refused(HashLane lane) {}
    };

    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger hashing = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger right = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void a_flood_makes_two_hashes_at_a_time_lets_some_wait_and_refuses_the_rest_at_once() throws Exception {
        var bounded = new BoundedPasswordEncoder(new SlowEncoder(), 2, 1, Duration.ofMinutes(5), NO_LISTENER);
        var most = BoundedPasswordEncoder.PLACES / 2;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ask(threads, bounded, new HashLane(true, "one"), 2 + most + 10);
            await().untilAtomic(refused, equalTo(10));
            await().untilAtomic(hashing, equalTo(2));
            release.countDown();
        }
        assertThat(right).hasValue(2 + most);
        assertThat(refused).hasValue(10);
        assertThat(mostAtOnce).hasValue(2);
        assertThat(bounded.matches("afterwards", "hash")).isTrue();
    }

    @Test
    void FIELD_A12_a_flood_from_one_network_leaves_places_to_every_other() throws Exception {
        var bounded = new BoundedPasswordEncoder(new SlowEncoder(), 1, 1, Duration.ofMinutes(5), NO_LISTENER);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ask(threads, bounded, new HashLane(true, "flood"), 200);
            await().untilAtomic(refused, equalTo(200 - 1 - BoundedPasswordEncoder.PLACES / 2));
            ask(threads, bounded, new HashLane(true, "office"), 10);
            release.countDown();
        }
        assertThat(right).hasValue(1 + BoundedPasswordEncoder.PLACES / 2 + 10);
    }

    @Test
    void FIELD_A12_a_flood_from_many_networks_does_not_keep_whoever_is_known_from_their_turn() throws Exception {
        var bounded = new BoundedPasswordEncoder(new SlowEncoder(), 1, 1, Duration.ofMinutes(5), NO_LISTENER);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var network = 0; network < 300; network++) {
                ask(threads, bounded, new HashLane(true, "network " + network), 1);
            }
            await().untilAtomic(refused, equalTo(300 - 1 - BoundedPasswordEncoder.PLACES));

            ask(threads, bounded, new HashLane(false, "network 1"), 1);

            await().untilAtomic(hashing, equalTo(2));
            release.countDown();
        }
        assertThat(refused).hasValue(300 - 1 - BoundedPasswordEncoder.PLACES);
    }

    @Test
    void whoever_has_waited_too_long_is_refused() throws Exception {
        var bounded = new BoundedPasswordEncoder(new SlowEncoder(), 1, 1, Duration.ofMillis(1), NO_LISTENER);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> bounded.matches("guess", "hash"));
            await().untilAtomic(hashing, equalTo(1));

            assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> bounded.matches("late", "hash"));
            release.countDown();
            assertThat(first.get()).isTrue();
        }
    }

    @Test
    void whoever_waits_no_longer_gives_their_place_back() {
        release.countDown();
        var bounded = new BoundedPasswordEncoder(new SlowEncoder(), 1, 1, Duration.ofMinutes(5), NO_LISTENER);
        for (var i = 0; i < 1 + BoundedPasswordEncoder.PLACES; i++) {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> bounded.matches("gone", "hash"));
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(bounded.matches("afterwards", "hash")).isTrue();
    }

    private void ask(ExecutorService threads, PasswordEncoder bounded, HashLane lane, int times) {
        for (var i = 0; i < times; i++) {
            threads.submit(() -> {
                try {
                    assertThat(lane.during(() -> bounded.matches("guess", "hash")))
                            .isTrue();
                    right.incrementAndGet();
                } catch (RefusedException e) {
                    refused.incrementAndGet();
                }
            });
        }
    }

    private final class SlowEncoder implements PasswordEncoder {

        @Override
        public String encode(CharSequence password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            mostAtOnce.accumulateAndGet(hashing.incrementAndGet(), Math::max);
            try {
                release.await();
                return true;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                hashing.decrementAndGet();
            }
        }
    }
}
