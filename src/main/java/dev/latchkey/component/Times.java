package dev.latchkey.component;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Formats times for the current user. */
public final class Times {

    private Times() {}

    /** Date and time in the reader's language, the browser's region and its zone; in UTC if the browser does not report its zone. */
    public static String text(UI ui, Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(ui.getLocale())
                .withZone(zone(ui))
                .format(instant);
    }

    /** The browser's zone; UTC if it is not reported. */
    public static ZoneId zone(UI ui) {
        var id = ui.getPage().getExtendedClientDetails().getTimeZoneId();
        try {
            return id == null ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
