package dev.latchkey.signin;

/** Addresses of the sign-in. */
public final class SignInPaths {

    /** The password step. */
    public static final String LOGIN = "/login";

    /** The code step. */
    public static final String CHALLENGE = "/login/verify";

    /** Where a session that has ended leads to. */
    public static final String SESSION_ENDED = LOGIN + "?ended";

    /** Takes the sign-out form. */
    public static final String LOGOUT = "/logout";

    private SignInPaths() {}
}
