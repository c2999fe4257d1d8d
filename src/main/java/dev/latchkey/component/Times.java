package dev.latchkey.component;

import com.vaadin.flow.component.UI;
import dev.latchkey.common.text.AgeMessages;
import dev.latchkey.common.text.ReaderTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Formats times for the current user. */
public final class Times {

    /** How long a time is told by its age. */
    public static final Duration RECENT = Duration.ofDays(2);

    private Times() {}

    /** Date, time and zone in the reader's language, the browser's region and its zone; in UTC if the browser does not report its zone. */
    public static String text(UI ui, Instant instant) {
        return of(ui).toTheMinute(instant);
    }

    /** Like {@link #text}, with the weekday, for what the reader has to plan for. */
    public static String planned(UI ui, Instant instant) {
        return of(ui).withWeekday(instant);
    }

    /**
     * How long ago that was for the last two days, otherwise its day. The page offers {@link #exact} beside it, for instance as a
     * tooltip.
     *
     * @param now a moment in the future counts as now
     */
    public static String relative(UI ui, Instant instant, Instant now) {
        var age = Duration.between(instant, now);
        return age.compareTo(RECENT) < 0 ? AgeMessages.sentence(age).in(ui::getTranslation) : of(ui).day(instant);
    }

    /** Like {@link #text}, with the seconds. */
    public static String exact(UI ui, Instant instant) {
        return of(ui).exact(instant);
    }

    /** Like {@link #exact}, short. */
    public static String toTheSecond(UI ui, Instant instant) {
        return of(ui).compact(instant);
    }

    /** The browser's zone; UTC if it is not reported. */
    public static ZoneId zone(UI ui) {
        return reportedZone(ui).orElse(ReaderTime.UTC);
    }

    /** The browser's zone, if it is reported. */
    public static Optional<ZoneId> reportedZone(UI ui) {
        var id = ui.getPage().getExtendedClientDetails().getTimeZoneId();
        try {
            return Optional.ofNullable(id).map(ZoneId::of);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ReaderTime of(UI ui) {
        return new ReaderTime(ui.getLocale(), zone(ui));
    }
}
