package dev.latchkey.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Rubbish;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {

    @ParameterizedTest
    @CsvSource({
        "Ada Lovelace, AL",
        "ada, A",
        "Ada King Lovelace, AL",
        "\ud83d\udc69\u200d\ud83d\udcbb Ada, A",
        "\ud83d\udc69\u200d\ud83d\udcbb, \ud83d\udc69\u200d\ud83d\udcbb",
        "(Ada) 'Countess', AC",
        "\u00c9mile Zola, \u00c9Z",
        "E\u0301mile Zola, E\u0301Z",
        "\u00dferta 3rd, \u00df3",
        "\ud835\udcd0da, \ud835\udcd0",
        "\u5c71\u7530 \u592a\u90ce, \u5c71\u592a",
        "'', ''",
        "'  ', ''"
    })
    void FIELD_P10_the_initials_are_whole_characters(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }

    @Test
    void FIELD_P10_no_initial_is_half_a_character() {
        Rubbish.often(5_000, rubbish -> {
            var name = new String(rubbish.text(40).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            var initials = Initials.of(name);

            assertThat(new String(initials.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(initials);
        });
    }
}
