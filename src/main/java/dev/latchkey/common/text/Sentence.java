package dev.latchkey.common.text;

import dev.latchkey.common.RefusedException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * A message from the bundles and its arguments, for any page to show.
 *
 * @param key of the message in the bundle
 * @param arguments numbers and words, in order
 */
public record Sentence(String key, List<Object> arguments) {

    /** The message of that key, with its arguments in order. */
    public static Sentence of(String key, Object... arguments) {
        return new Sentence(key, List.of(arguments));
    }

    /** The message of a refusal. */
    public static Sentence of(RefusedException refusal) {
        return of(refusal.messageKey(), refusal.arguments());
    }

    /** The message in the language of the given translator, such as {@code view::getTranslation}. */
    public String in(Translator translator) {
        return translator.translate(key, arguments.toArray());
    }

    /** The message in that language; messages among its arguments are translated, too. */
    public String in(MessageSource messages, Locale locale) {
        var said = arguments.stream()
                .map(argument -> argument instanceof Sentence part ? part.in(messages, locale) : argument)
                .toArray();
        return messages.getMessage(key, said, locale);
    }

    /** Looks up a message of the bundles in a language of its choice. */
    @FunctionalInterface
    public interface Translator {

        /** The message of that key with those arguments. */
        String translate(String key, Object... arguments);
    }
}
