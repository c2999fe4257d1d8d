package dev.latchkey.component;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A status in a word, with an icon and a colour; it means the same without them. */
public final class StatusBadge extends Span {

    /** Shows the text, already in the reader's language. */
    public StatusBadge(Kind kind, String words) {
        super(words);
        addClassNames("badge", kind.name().toLowerCase(Locale.ROOT));
    }

    /** The kind of status. */
    public enum Kind {
        /** As it should be. */
        GOOD,
        /** Waiting for somebody or something. */
        WAITING,
        /** Something went wrong, or is closed. */
        BAD,
        /** Neither good nor bad. */
        NEUTRAL
    }
}
