package dev.latchkey.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"de", "de-AT", "DE-de,en;q=0.9", "de-CH,en;q=0.5", "fr,de;q=0.8,en;q=0.7", "en;q=0.2,de;q=0.4"})
    void a_browser_gets_the_first_language_that_it_asks_for_and_that_there_is(String header) {
        assertThat(Language.askedFor(header)).isEqualTo(Language.GERMAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"en-GB,de;q=0.9", "fr", "*", "", "de;q=zero", "'; DROP TABLE users; --", "deutsch", "../../de"})
    void every_other_browser_gets_english(String header) {
        assertThat(Language.askedFor(header)).isEqualTo(Language.ENGLISH);
    }

    @Test
    void a_browser_that_asks_for_nothing_gets_english_wherever_the_server_stands() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Language.askedFor(null)).isEqualTo(Language.ENGLISH);
        } finally {
            Locale.setDefault(before);
        }
    }
}
