package dev.latchkey.user;

/** What a new password must hold: length alone, no composition rules (NIST SP 800-63B, 3.1.1.2). */
public final class PasswordPolicy {

    /** The fewest characters. */
    public static final int MINIMUM_LENGTH = 8;

    /** The most characters; a bound, so that nobody makes the server hash a megabyte. */
    public static final int MAXIMUM_LENGTH = 128;

    private PasswordPolicy() {}

    /** Whether the password is neither too short nor too long. */
    public static boolean allows(String password) {
        var length = password.codePointCount(0, password.length());
        return length >= MINIMUM_LENGTH && length <= MAXIMUM_LENGTH;
    }
}
