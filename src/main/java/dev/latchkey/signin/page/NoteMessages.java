package dev.latchkey.signin.page;

import dev.latchkey.common.text.Sentence;
import dev.latchkey.common.text.WaitMessages;
import dev.latchkey.signin.navigation.PageNote;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * A {@link PageNote} in its reader's language, for the templates.
 *
 * @param message about the whole page; null if there is none
 * @param look the style class of the message
 * @param errors what is wrong, by the name of the field
 * @param typed what was typed, by the name of the field
 * @param waitSeconds how long one of the messages says to wait; zero if none does
 */
public record NoteMessages(
        @Nullable String message,
        String look,
        Map<String, String> errors,
        Map<String, String> typed,
        long waitSeconds) {

    /** Its name in templates. */
    public static final String NAME = "note";

    /** No message. */
    public static final NoteMessages NONE = new NoteMessages(null, "", Map.of(), Map.of(), 0);

    static NoteMessages of(PageNote note, MessageSource messages, Locale locale) {
        var errors = new HashMap<String, String>();
        note.errors().forEach((field, sentences) -> errors.put(field, text(sentences, messages, locale)));
        var message = note.message();
        return new NoteMessages(
                message == null ? null : message.in(messages, locale),
                note.kind() == PageNote.Kind.DONE ? "form-notice" : "form-message",
                errors,
                note.typed(),
                waitSeconds(note));
    }

    private static long waitSeconds(PageNote note) {
        return Stream.concat(
                        Stream.ofNullable(note.message()),
                        note.errors().values().stream().flatMap(List::stream))
                .mapToLong(sentence -> WaitMessages.waitIn(sentence).toSeconds())
                .max()
                .orElse(0);
    }

    /** A message that is not a refusal. */
    public static NoteMessages notice(String message, String look) {
        return new NoteMessages(message, look, Map.of(), Map.of(), 0);
    }

    /** The same, with that value in the field if nothing has been typed into it; unchanged for an empty proposal. */
    public NoteMessages proposing(String field, String proposal) {
        if (proposal.isEmpty() || typed.containsKey(field)) {
            return this;
        }
        var filled = new HashMap<>(typed);
        filled.put(field, proposal);
        return new NoteMessages(message, look, errors, filled, waitSeconds);
    }

    /** The messages, one after the other, in that language. */
    public static String text(List<Sentence> sentences, MessageSource messages, Locale locale) {
        return sentences.stream().map(sentence -> sentence.in(messages, locale)).collect(Collectors.joining(" "));
    }

    /** What is wrong with the field; null if nothing is. */
    public @Nullable String error(String field) {
        return errors.get(field);
    }

    /** What was typed into the field; null if that is not kept. */
    public @Nullable String typedInto(String field) {
        return typed.get(field);
    }

    /** The field that gets the focus: the first wrong one, otherwise the first empty one. */
    public String focus(String... fields) {
        for (var field : fields) {
            if (errors.containsKey(field)) {
                return field;
            }
        }
        for (var field : fields) {
            if (!typed.containsKey(field)) {
                return field;
            }
        }
        return fields[0];
    }

    @Override
    public String toString() {
        return "NoteMessages[…]";
    }
}
