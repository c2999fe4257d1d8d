package dev.latchkey.account;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntPredicate;
import org.springframework.data.annotation.PersistenceCreator;

/**
 * The account's rules for the form of a new password. Only the length by default: NIST SP 800-63B, 3.1.1.2, advises against
 * composition rules, but some organisations are required to have them.
 *
 * @param minimumLength in code points, {@value #LEAST_MINIMUM} to {@value #LARGEST_MINIMUM}
 */
public record PasswordRules(
        int minimumLength, boolean upperCase, boolean lowerCase, boolean digit, boolean specialCharacter) {

    /** The least that the minimum can be set to, in code points. */
    public static final int LEAST_MINIMUM = 8;

    /** The most that the minimum can be set to, in code points; a verifier must accept passwords of 64. */
    public static final int LARGEST_MINIMUM = 64;

    /** The most code points of a password, so that nobody can make the server hash a megabyte. */
    public static final int MAXIMUM_LENGTH = 128;

    /** Only the length. */
    public static final PasswordRules DEFAULT = new PasswordRules(LEAST_MINIMUM, false, false, false, false);

    /** Refuses a minimum outside its bounds with an {@link IllegalArgumentException}. */
    public PasswordRules {
        if (!isAllowedMinimum(minimumLength)) {
            throw new IllegalArgumentException("minimum length " + minimumLength);
        }
    }

    /** From the database, where somebody may have written a minimum by hand: outside its bounds, the nearest one counts. */
    @PersistenceCreator
    static PasswordRules stored(
            int minimumLength, boolean upperCase, boolean lowerCase, boolean digit, boolean specialCharacter) {
        return new PasswordRules(
                Math.clamp(minimumLength, LEAST_MINIMUM, LARGEST_MINIMUM),
                upperCase,
                lowerCase,
                digit,
                specialCharacter);
    }

    /** Whether the minimum can be set to that. */
    public static boolean isAllowedMinimum(int length) {
        return length >= LEAST_MINIMUM && length <= LARGEST_MINIMUM;
    }

    /** Everything that is wrong with the form of the password; empty if nothing is. */
    public Set<PasswordFault> faultsOf(String password) {
        var faults = EnumSet.noneOf(PasswordFault.class);
        var length = password.codePointCount(0, password.length());
        if (length < minimumLength) {
            faults.add(PasswordFault.TOO_SHORT);
        }
        if (length > MAXIMUM_LENGTH) {
            faults.add(PasswordFault.TOO_LONG);
        }
        if (upperCase && lacks(password, Character::isUpperCase)) {
            faults.add(PasswordFault.NO_UPPER_CASE_LETTER);
        }
        if (lowerCase && lacks(password, Character::isLowerCase)) {
            faults.add(PasswordFault.NO_LOWER_CASE_LETTER);
        }
        if (digit && lacks(password, Character::isDigit)) {
            faults.add(PasswordFault.NO_DIGIT);
        }
        if (specialCharacter && lacks(password, character -> !Character.isLetterOrDigit(character))) {
            faults.add(PasswordFault.NO_SPECIAL_CHARACTER);
        }
        return faults;
    }

    private static boolean lacks(String password, IntPredicate kind) {
        return password.codePoints().noneMatch(kind);
    }
}
