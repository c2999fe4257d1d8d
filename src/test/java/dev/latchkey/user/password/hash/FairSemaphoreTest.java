package dev.latchkey.user.password.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class FairSemaphoreTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final FairSemaphore turns = new FairSemaphore(1, 10);
    private final List<String> served = new CopyOnWriteArrayList<>();
    private final List<Thread> begun = new ArrayList<>();

    @Test
    void FIELD_A12_turns_go_round_the_networks_however_many_wait_in_one() throws Exception {
        assertThat(turns.take("flood", LONG)).isTrue();
        List.of("flood", "flood", "flood", "office", "home").forEach(this::waitsForATurn);

        turns.release();

        join();
        assertThat(served).containsExactly("flood", "office", "home", "flood", "flood");
    }

    @Test
    void FIELD_A12_no_network_has_more_waiting_than_places_are_left() throws Exception {
        assertThat(turns.take("flood", LONG)).isTrue();
        for (var i = 0; i < 5; i++) {
            waitsForATurn("flood");
        }

        assertThat(turns.take("flood", LONG)).as("at once, with five left").isFalse();
        for (var i = 0; i < 3; i++) {
            waitsForATurn("second flood");
        }
        assertThat(turns.take("second flood", LONG)).as("with two left").isFalse();
        waitsForATurn("office");

        turns.release();
        join();
        assertThat(served).hasSize(9).startsWith("flood", "second flood", "office");
    }

    @Test
    void whoever_has_gone_has_left_their_place_and_no_turn() throws Exception {
        assertThat(turns.take("one", LONG)).isTrue();
        for (var i = 0; i < 20; i++) {
            assertThat(turns.take("late", Duration.ofMillis(1))).isFalse();
        }
        waitsForATurn("other");

        turns.release();
        join();
        assertThat(served).containsExactly("other");
        assertThat(turns.take("afterwards", LONG)).isTrue();
        assertThat(turns.take("afterwards", Duration.ofMillis(1))).isFalse();
    }

    private void waitsForATurn(String network) {
        var waiter = new Thread(() -> {
            assertThat(turns.take(network, LONG)).isTrue();
            served.add(network);
            turns.release();
        });
        begun.add(waiter);
        waiter.start();
        await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);
    }

    private void join() throws InterruptedException {
        for (var waiter : begun) {
            waiter.join();
        }
    }
}
