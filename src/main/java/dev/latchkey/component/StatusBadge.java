package dev.latchkey.component;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** How something stands, in a word: a sign and a colour go with it, and it means the same without them. */
public final class StatusBadge extends Span {

    /** Shows the words, already in the reader's language. */
    public StatusBadge(Kind kind, String words) {
        super(words);
        addClassNames("badge", kind.name().toLowerCase(Locale.ROOT));
    }

    /** What a badge says at a glance. */
    public enum Kind {
        /** As it should be. */
        GOOD,
        /** Somebody or something is awaited. */
        WAITING,
        /** Something went wrong, or is closed. */
        BAD,
        /** Neither good nor bad. */
        NEUTRAL
    }
}
