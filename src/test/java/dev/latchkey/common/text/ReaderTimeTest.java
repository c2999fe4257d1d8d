package dev.latchkey.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTimeTest {

    private static final Instant MORNING = Instant.parse("2026-11-27T09:14:05Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH | GB | Europe/London | 27 November 2026, 09:14 GMT | 27 Nov 2026, 09:14:05 GMT",
                "ENGLISH | US | America/New_York | November 27, 2026, 4:14 AM EST | Nov 27, 2026, 4:14:05 AM EST",
                "ENGLISH | FR | Europe/Paris | 27 November 2026, 10:14 CET | 27 Nov 2026, 10:14:05 CET",
                "ENGLISH | '' | UTC | 27 November 2026, 09:14 UTC | 27 Nov 2026, 09:14:05 UTC",
                "GERMAN | DE | Europe/Berlin | 27. November 2026, 10:14 MEZ | 27.11.2026, 10:14:05 MEZ",
                "GERMAN | AT | Europe/Vienna | 27. November 2026, 10:14 MEZ | 27.11.2026, 10:14:05 MEZ",
                "GERMAN | CH | Europe/Zurich | 27. November 2026, 10:14 MEZ | 27.11.2026, 10:14:05 MEZ",
                "GERMAN | '' | UTC | 27. November 2026, 09:14 UTC | 27.11.2026, 09:14:05 UTC"
            })
    void a_time_is_written_as_in_the_region_and_names_its_zone(
            Language language, String region, ZoneId zone, String inFull, String exact) {
        var times = new ReaderTime(language.localeIn(region), zone);

        assertThat(plain(times.inFull(MORNING))).isEqualTo(inFull);
        assertThat(plain(times.exact(MORNING))).isEqualTo(exact);
    }

    @Test
    void the_day_is_that_of_the_zone() {
        var late = Instant.parse("2026-11-27T23:30:00Z");

        assertThat(new ReaderTime(Locale.UK, ZoneId.of("Europe/Paris")).day(late))
                .isEqualTo("28 Nov 2026");
        assertThat(new ReaderTime(Locale.UK, ReaderTime.UTC).day(late)).isEqualTo("27 Nov 2026");
    }

    @Test
    void a_zone_that_is_only_an_offset_reads_as_one() {
        var zone = ZoneId.ofOffset("UTC", java.time.ZoneOffset.ofHours(2));

        assertThat(new ReaderTime(Locale.UK, zone).withWeekday(MORNING))
                .isEqualTo("Friday, 27 November 2026, 11:14 UTC+02:00");
    }

    // English writes a narrow no-break space before AM
    private static String plain(String time) {
        return time.replace('\u202F', ' ');
    }
}
