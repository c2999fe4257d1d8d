package dev.latchkey.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.CountedText;
import org.junit.jupiter.api.Test;

class BoundedTextTest {

    /** Marks in the wrong order, which a normalizer sorts: in 9 to 123 seconds, so many of them. */
    private static final String DEAR = "a" + "\u0315".repeat(50_000) + "\u0300".repeat(50_000);

    @Test
    void FIELD_A1_not_one_character_of_a_text_that_is_too_long_is_looked_at() {
        var typed = new CountedText(DEAR);

        assertThat(BoundedText.compatible(typed, BoundedText.LONGEST)).isEmpty();
        assertThat(BoundedText.composed(typed, Integer.MAX_VALUE)).isEmpty();

        assertThat(typed.looks()).isZero();
    }

    @Test
    void FIELD_A1_each_place_has_its_own_bound_below_that_of_all() {
        assertThat(BoundedText.composed("e\u0301".repeat(4), 8)).contains("é".repeat(4));
        assertThat(BoundedText.composed("e\u0301".repeat(4), 7)).isEmpty();
        assertThat(BoundedText.compatible("x".repeat(BoundedText.LONGEST), Integer.MAX_VALUE))
                .isPresent();
        assertThat(BoundedText.compatible("x".repeat(BoundedText.LONGEST + 1), Integer.MAX_VALUE))
                .isEmpty();
    }
}
