package dev.latchkey.user.password.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import dev.latchkey.common.text.BoundedText;
import dev.latchkey.support.CountedText;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.crypto.password.PasswordEncoder;

class NormalizingPasswordEncoderTest {

    private static final String DEAR = "a" + "\u0315".repeat(50_000) + "\u0300".repeat(50_000);

    private final List<String> hashed = new ArrayList<>();
    private final PasswordEncoder encoder = new NormalizingPasswordEncoder(new Noting());

    @Test
    void FIELD_A1_a_login_with_a_text_that_is_too_long_makes_one_hash_as_any_other_and_looks_at_no_character() {
        var typed = new CountedText(DEAR);

        assertThat(encoder.matches(typed, "hash")).isFalse();

        assertThat(typed.looks()).isZero();
        assertThat(hashed).singleElement().satisfies(text -> assertThat(text).hasSizeBetween(8, 128));
    }

    @Test
    void FIELD_A1_the_text_that_is_hashed_in_its_place_is_nobodys_password() {
        encoder.matches("x".repeat(BoundedText.LONGEST + 1), "hash");
        var inItsPlace = hashed.getFirst();

        assertThat(encoder.matches(inItsPlace, "hash")).isTrue();
        assertThat(encoder.matches("x".repeat(BoundedText.LONGEST + 1), "hash")).isFalse();
        assertThat(encoder.matches("x".repeat(BoundedText.LONGEST), "hash")).isTrue();
    }

    @Test
    void FIELD_A1_a_text_that_is_too_long_is_never_made_a_password() {
        assertThatIllegalArgumentException().isThrownBy(() -> encoder.encode(DEAR));
        assertThat(hashed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dearest")
    void FIELD_A1_the_dearest_text_of_all_that_are_looked_at_takes_little_memory(String typed) {
        encoder.matches(typed, "hash");
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();

        encoder.matches(typed, "hash");

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

    /** Takes every password for the right one. */
    private final class Noting implements PasswordEncoder {

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            hashed.add(String.valueOf(password));
            return "hash";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            hashed.add(String.valueOf(password));
            return true;
        }
    }
}
