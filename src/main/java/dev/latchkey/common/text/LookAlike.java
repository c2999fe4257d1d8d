package dev.latchkey.common.text;

import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds names that a reader confuses with each other, such as {@code Finance} with a Turkish dotless i, by their skeletons (UTS
 * #39, 4): as they are written, and in lower case.
 */
public final class LookAlike {

    private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();

    private LookAlike() {}

    /** Whether one name looks like the other, ignoring case, accents and spaces; both as {@link DisplayName} stores them. */
    public static boolean areAlike(String name, String other) {
        var skeletons = skeletons(other);
        return skeletons(name).stream().anyMatch(skeletons::contains);
    }

    /** Whether a reader mistakes the name for several names, because it contains a comma, a semicolon or a look-alike of one. */
    public static boolean looksLikeSeveral(String name) {
        return Stream.of(name, CHECKER.getSkeleton(name))
                .flatMapToInt(String::codePoints)
                .anyMatch(c -> ListSeparator.isComma(c) || ListSeparator.isSemicolon(c));
    }

    private static Set<String> skeletons(String name) {
        var bare = bare(name);
        return Stream.of(bare, bare.toLowerCase(Locale.ROOT))
                .map(CHECKER::getSkeleton)
                .collect(Collectors.toSet());
    }

    private static String bare(String name) {
        return BoundedText.decomposed(name, BoundedText.LONGEST)
                .orElse(name)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK && !TextCharacters.isIgnorable(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
