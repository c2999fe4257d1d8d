package dev.latchkey.common.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A time for a reader whose time zone is not known: it names its own. */
public final class UtcTime {

    private UtcTime() {}

    /** Date and time in that language, to the minute, in UTC. */
    public static String text(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(ZoneOffset.UTC)
                        .format(instant)
                + " UTC";
    }
}
