package dev.latchkey.component;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that every text is there in; no other is stored or answered in, whatever a browser asks for. */
public enum Language {
    ENGLISH(Locale.ENGLISH),
    GERMAN(Locale.GERMAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The language as the bundles name it. */
    public Locale locale() {
        return locale;
    }

    /** All of them, the one for everybody else first. */
    public static List<Locale> locales() {
        return Arrays.stream(values()).map(Language::locale).toList();
    }

    /** The one of that locale; English for any other. */
    public static Language of(Locale locale) {
        return Arrays.stream(values())
                .filter(language -> language.locale.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(ENGLISH);
    }

    /**
     * The first of these that a browser asks for; English where it asks for none, or in no way that one can read.
     *
     * @param acceptLanguage the header of the request (RFC 9110, 12.5.4); null without one
     */
    public static Language askedFor(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return ENGLISH;
        }
        try {
            var found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), locales());
            return found == null ? ENGLISH : of(found);
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }
}
