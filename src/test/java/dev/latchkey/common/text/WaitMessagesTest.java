package dev.latchkey.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitMessagesTest {

    @Test
    void what_a_message_says_to_wait_can_be_counted_down() {
        assertThat(wait(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
        assertThat(wait(Duration.ofMinutes(3).minusSeconds(5)))
                .as("rounded up, as said")
                .isEqualTo(Duration.ofMinutes(3));
        assertThat(WaitMessages.waitIn(Sentence.of("login.refused"))).isZero();
    }

    private static Duration wait(Duration wait) {
        return WaitMessages.waitIn(WaitMessages.sentence("login.delayed.seconds", "login.delayed.minutes", wait));
    }
}
