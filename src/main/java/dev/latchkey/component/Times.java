package dev.latchkey.component;

import com.vaadin.flow.component.UI;
import dev.latchkey.common.text.AgeMessages;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Formats times for the current user. */
public final class Times {

    // Unlike the offset, it is written UTC and not Z
    private static final ZoneId UTC = ZoneId.of("UTC");

    /** How long a time is told by its age. */
    public static final Duration RECENT = Duration.ofDays(2);

    private Times() {}

    /** Date and time in the reader's language, the browser's region and its zone; in UTC if the browser does not report its zone. */
    public static String text(UI ui, Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(ui.getLocale())
                .withZone(zone(ui))
                .format(instant);
    }

    /**
     * How long ago that was for the last two days, otherwise its day. The page offers {@link #exact} beside it, for instance as a
     * tooltip.
     *
     * @param now a moment in the future counts as now
     */
    public static String relative(UI ui, Instant instant, Instant now) {
        var age = Duration.between(instant, now);
        return age.compareTo(RECENT) < 0
                ? AgeMessages.sentence(age).in(ui::getTranslation)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(ui.getLocale())
                        .withZone(zone(ui))
                        .format(instant);
    }

    /** Like {@link #text}, with the seconds and the zone. */
    public static String exact(UI ui, Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG)
                .withLocale(ui.getLocale())
                .withZone(zone(ui))
                .format(instant);
    }

    /** Like {@link #text}, short, to the second and with the zone. */
    public static String toTheSecond(UI ui, Instant instant) {
        var time = instant.atZone(zone(ui));
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                        .withLocale(ui.getLocale())
                        .format(time)
                + DateTimeFormatter.ofPattern(" z", ui.getLocale()).format(time);
    }

    /** The browser's zone; UTC if it is not reported. */
    public static ZoneId zone(UI ui) {
        var id = ui.getPage().getExtendedClientDetails().getTimeZoneId();
        try {
            return id == null ? UTC : ZoneId.of(id);
        } catch (DateTimeException e) {
            return UTC;
        }
    }
}
