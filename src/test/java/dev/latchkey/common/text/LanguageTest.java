package dev.latchkey.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.WeekFields;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB,en;q=0.9 | 26 Nov 2026, 10:14",
                "en,en-GB;q=0.9 | 26 Nov 2026, 10:14",
                "en-US,en;q=0.9 | Nov 26, 2026, 10:14 AM",
                "en | Nov 26, 2026, 10:14 AM",
                "fr-FR,fr;q=0.9,en-US;q=0.8 | 26 Nov 2026, 10:14",
                "ru-RU | 26 Nov 2026, 10:14",
                "de-DE,de;q=0.9,en-US;q=0.8 | 26.11.2026, 10:14",
                "de | 26.11.2026, 10:14",
                "de-AT | 26.11.2026, 10:14",
                "de,en-GB;q=0.5 | 26.11.2026, 10:14",
                "nonsense;;; | Nov 26, 2026, 10:14 AM"
            })
    void FIELD_P20_dates_are_written_as_in_the_region_that_the_browser_names(String header, String written) {
        var locale = Language.askedFor(header).localeFor(header);

        assertThat(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(LocalDateTime.of(2026, 11, 26, 10, 14))
                        .replace('\u202F', ' '))
                .isEqualTo(written);
    }

    @Test
    void FIELD_P20_whoever_has_chosen_english_keeps_the_region_of_their_browser() {
        assertThat(Language.ENGLISH.localeFor("de-DE,de;q=0.9,en-US;q=0.8")).isEqualTo(Locale.forLanguageTag("en-DE"));
        assertThat(Language.ENGLISH.localeFor(null)).isEqualTo(Locale.US);
        assertThat(Language.GERMAN.localeFor("en-GB")).isEqualTo(Locale.GERMANY);
    }

    @Test
    void FIELD_P20_the_week_begins_where_the_region_begins_it() {
        assertThat(WeekFields.of(Language.GERMAN.localeFor("de")).getFirstDayOfWeek())
                .isEqualTo(DayOfWeek.MONDAY);
    }
}
