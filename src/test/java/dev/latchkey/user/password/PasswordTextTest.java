package dev.latchkey.user.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.latchkey.common.text.BoundedText;
import dev.latchkey.support.CountedText;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PasswordTextTest {

    private static final String DEAR = "a" + "\u0315".repeat(50_000) + "\u0300".repeat(50_000);

    @Test
    void FIELD_A1_a_name_that_is_too_long_is_held_against_no_password() {
        var name = new CountedText(DEAR);

        assertThat(PasswordText.bare(name)).isEmpty();
        assertThat(PasswordText.folded(name)).isEmpty();
        assertThat(name.looks()).isZero();
    }

    @ParameterizedTest
    @MethodSource("dearest")
    void FIELD_A1_the_dearest_text_that_is_compared_takes_little_memory(String typed) {
        PasswordText.bare(typed);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();

        PasswordText.bare(typed);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000_000);
    }

    static Stream<String> dearest() {
        return Stream.of(
                "a" + "\u0315".repeat(511) + "\u0300".repeat(512),
                // One character of 18
                "\ufdfa".repeat(BoundedText.LONGEST),
                // It grows in its lower case
                "\u0130".repeat(BoundedText.LONGEST),
                "\u0390".repeat(BoundedText.LONGEST),
                "\uac01".repeat(BoundedText.LONGEST));
    }
}
