package dev.latchkey.signin;

/** Addresses of the sign-in. */
public final class SignInPaths {

    /** The password step. */
    public static final String LOGIN = "/login";

    /** The code step. */
    public static final String CHALLENGE = "/login/verify";

    /** Takes a recovery code in the place of the code step. */
    public static final String RECOVERY = "/login/recovery";

    /** The name of the field that has it. */
    public static final String RECOVERY_CODE_PARAMETER = "recoveryCode";

    /** Asks for a link to a new password; the link itself is this with a token. */
    public static final String RESET_PASSWORD = "/reset-password";

    /** Where a session that has ended leads to. */
    public static final String SESSION_ENDED = LOGIN + "?ended";

    /** Takes the sign-out form. */
    public static final String LOGOUT = "/logout";

    static final String HOME = "/";

    static final String PROFILE = "/profile";

    static final String FIRST_RECOVERY_CODES = "/recovery-codes";

    private SignInPaths() {}
}
