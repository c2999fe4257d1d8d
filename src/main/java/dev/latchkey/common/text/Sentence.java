package dev.latchkey.common.text;

import dev.latchkey.common.RefusedException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * A sentence of the bundles and what it takes, for whatever page is going to say it.
 *
 * @param key of the sentence in the bundle
 * @param arguments numbers and words that it takes, in their order
 */
public record Sentence(String key, List<Object> arguments) {

    /** The sentence of that key, with its arguments in their order. */
    public static Sentence of(String key, Object... arguments) {
        return new Sentence(key, List.of(arguments));
    }

    /** What a refusal says. */
    public static Sentence of(RefusedException refusal) {
        return of(refusal.messageKey(), refusal.arguments());
    }

    /** The sentence in the language of whoever translates, such as {@code view::getTranslation}. */
    public String in(Translator translator) {
        return translator.translate(key, arguments.toArray());
    }

    /** The sentence in that language; a sentence among its arguments is said in it, too. */
    public String in(MessageSource messages, Locale locale) {
        var said = arguments.stream()
                .map(argument -> argument instanceof Sentence part ? part.in(messages, locale) : argument)
                .toArray();
        return messages.getMessage(key, said, locale);
    }

    /** Looks up a sentence of the bundles in a language of its own choice. */
    @FunctionalInterface
    public interface Translator {

        /** The sentence of that key with those arguments in it. */
        String translate(String key, Object... arguments);
    }
}
