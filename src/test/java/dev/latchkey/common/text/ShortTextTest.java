package dev.latchkey.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortTextTest {

    @Test
    void FIELD_T2_a_text_is_never_cut_within_a_character() {
        assertThat(ShortText.cut("ab", 2)).isEqualTo("ab");
        assertThat(ShortText.cut("abc", 2)).isEqualTo("ab");
        assertThat(ShortText.cut("a\ud83d\udd11c", 2)).isEqualTo("a");
        assertThat(ShortText.cut("a\ud83d\udd11c", 3)).isEqualTo("a\ud83d\udd11");
        assertThat(ShortText.cut("\ud83d\udd11", 1)).isEmpty();
        assertThat(ShortText.cut("a", 0)).isEmpty();
    }

    @Test
    void what_is_told_back_is_short() {
        assertThat(ShortText.of("nonsense")).isEqualTo("nonsense");
        assertThat(ShortText.of("x".repeat(1_000))).hasSize(81).endsWith("x…");
    }
}
