package dev.latchkey.common.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The languages that every text is available in; no other is stored or answered in, whatever a browser asks for. */
public enum Language {
    ENGLISH(Locale.ENGLISH, Locale.US),
    GERMAN(Locale.GERMAN, Locale.GERMANY);

    // Day first and 24 hours, as in nearly all places where another language is spoken
    private static final Locale ENGLISH_ELSEWHERE = Locale.forLanguageTag("en-150");

    private static final Set<Locale> KNOWN = Set.of(Locale.getAvailableLocales());

    private final Locale locale;
    private final Locale withoutRegion;

    Language(Locale locale, Locale withoutRegion) {
        this.locale = locale;
        this.withoutRegion = withoutRegion;
    }

    /** The language tag that the bundles use. */
    public Locale locale() {
        return locale;
    }

    /** All of them, the default first. */
    public static List<Locale> locales() {
        return Arrays.stream(values()).map(Language::locale).toList();
    }

    /** The language of that locale; English for any other. */
    public static Language of(Locale locale) {
        return Arrays.stream(values())
                .filter(language -> language.locale.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(ENGLISH);
    }

    /**
     * The first of these that a browser asks for; English if it asks for none or its header cannot be parsed.
     *
     * @param acceptLanguage the header of the request (RFC 9110, 12.5.4); null without one
     */
    public static Language askedFor(@Nullable String acceptLanguage) {
        var found = Locale.lookup(ranges(acceptLanguage), locales());
        return found == null ? ENGLISH : of(found);
    }

    /**
     * The locale for the dates, times and numbers of a reader of this language: that of the first region that their browser names,
     * whatever language it names with it.
     *
     * @param acceptLanguage as for {@link #askedFor}
     */
    public Locale localeFor(@Nullable String acceptLanguage) {
        var region = regionIn(acceptLanguage);
        return region.isEmpty() ? withoutRegion : regional(region);
    }

    /**
     * The locale for the dates, times and numbers of a reader of this language in that region.
     *
     * @param region empty if it is not known: the month is then written so that nobody takes it for the day
     */
    public Locale localeIn(String region) {
        return region.isEmpty() ? elsewhere() : regional(region);
    }

    /**
     * The first region that a browser names, with whatever language; empty if it names none.
     *
     * @param acceptLanguage as for {@link #askedFor}
     */
    public static String regionIn(@Nullable String acceptLanguage) {
        return ranges(acceptLanguage).stream()
                .map(range -> Locale.forLanguageTag(range.getRange()).getCountry())
                .filter(region -> !region.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What a browser asks for first, whether or not there are texts for it; the root locale if it asks for nothing. */
    public static Locale firstAskedFor(@Nullable String acceptLanguage) {
        return ranges(acceptLanguage).stream()
                .findFirst()
                .map(range -> Locale.forLanguageTag(range.getRange()))
                .orElse(Locale.ROOT);
    }

    private Locale regional(String region) {
        var regional = Locale.of(locale.getLanguage(), region);
        return KNOWN.contains(regional) ? regional : elsewhere();
    }

    private Locale elsewhere() {
        return this == ENGLISH ? ENGLISH_ELSEWHERE : withoutRegion;
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String acceptLanguage) {
        try {
            return acceptLanguage == null ? List.of() : Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
