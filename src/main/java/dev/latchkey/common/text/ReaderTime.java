package dev.latchkey.common.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Writes moments for one reader: by the customs of their region and the clock of their time zone. Every time names its zone, because
 * the reader cannot know which clock the application goes by.
 */
public record ReaderTime(Locale locale, ZoneId zone) {

    /** The zone of readers whose own is not known; unlike the offset, it is written UTC and not Z. */
    public static final ZoneId UTC = ZoneId.of("UTC");

    private static final String ZONE_NAME = " z";

    /** To the minute, with the weekday, for what the reader has to plan for. */
    public String withWeekday(Instant instant) {
        return format(instant, FormatStyle.FULL, FormatStyle.SHORT);
    }

    /** To the minute, with the month in full, in a sentence of a mail. */
    public String inFull(Instant instant) {
        return format(instant, FormatStyle.LONG, FormatStyle.SHORT);
    }

    /** To the minute, for a page. */
    public String toTheMinute(Instant instant) {
        return format(instant, FormatStyle.MEDIUM, FormatStyle.SHORT);
    }

    /** To the second. */
    public String exact(Instant instant) {
        return format(instant, FormatStyle.MEDIUM, FormatStyle.MEDIUM);
    }

    /** To the second, with the month as a number, for a column. */
    public String compact(Instant instant) {
        return format(instant, FormatStyle.SHORT, FormatStyle.MEDIUM);
    }

    /** Only the day. */
    public String day(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone)
                .format(instant);
    }

    private String format(Instant instant, FormatStyle date, FormatStyle time) {
        var moment = instant.atZone(zone);
        return DateTimeFormatter.ofLocalizedDateTime(date, time)
                        .withLocale(locale)
                        .format(moment)
                + DateTimeFormatter.ofPattern(ZONE_NAME, locale).format(moment);
    }
}
