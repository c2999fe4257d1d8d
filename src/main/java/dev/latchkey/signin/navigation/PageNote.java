package dev.latchkey.signin.navigation;

import dev.latchkey.common.text.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a form for the page that is shown next: what happened, what is wrong with which field, and what was typed, so that
 * nobody has to type it twice.
 *
 * @param page the path of the page that it is for
 * @param kind the severity of the message
 * @param message about the whole form; null if there is none
 * @param errors what is wrong, by the name of the field
 * @param typed what was typed, by the name of the field; never a password, and no code that can be read as one
 */
public record PageNote(
        String page,
        Kind kind,
        @Nullable Sentence message,
        Map<String, List<Sentence>> errors,
        Map<String, String> typed) {

    /** The severity of a message. */
    public enum Kind {
        /** Something was refused. */
        REFUSED,
        /** Something was done. */
        DONE
    }

    /** Copies its arguments. */
    public PageNote {
        errors = Map.copyOf(errors);
        typed = Map.copyOf(typed);
    }

    /** A form of that page was refused as a whole. */
    public static PageNote refused(String page, Sentence message) {
        return new PageNote(page, Kind.REFUSED, message, Map.of(), Map.of());
    }

    /** The action of a form of that page was done. */
    public static PageNote done(String page, Sentence message) {
        return new PageNote(page, Kind.DONE, message, Map.of(), Map.of());
    }

    /** Fields of a form of that page were refused. */
    public static PageNote refused(String page, Map<String, List<Sentence>> errors) {
        return new PageNote(page, Kind.REFUSED, null, errors, Map.of());
    }

    /** The field of a form of that page was refused. */
    public static PageNote refused(String page, String field, Sentence error) {
        return refused(page, Map.of(field, List.of(error)));
    }

    /** The same, with what was typed into that field. */
    public PageNote typed(String field, String value) {
        var all = new LinkedHashMap<>(typed);
        all.put(field, value);
        return new PageNote(page, kind, message, errors, all);
    }

    PageNote withoutTyped() {
        return new PageNote(page, kind, message, errors, Map.of());
    }

    @Override
    public String toString() {
        return "PageNote[page=" + page + "]";
    }
}
