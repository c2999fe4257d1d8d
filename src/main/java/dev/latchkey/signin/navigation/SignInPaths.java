package dev.latchkey.signin.navigation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;
import org.springframework.web.util.UriUtils;

/** Addresses of the sign-in. */
@NamedInterface("api")
public final class SignInPaths {

    /** The password step. */
    public static final String LOGIN = "/login";

    /** The name of the field that has the email address. */
    public static final String USERNAME_PARAMETER = "username";

    /** The code step. */
    public static final String CHALLENGE = "/login/verify";

    /** The name of the field that has the code. */
    public static final String CODE_PARAMETER = "code";

    /** Takes a recovery code in the place of the code step. */
    public static final String RECOVERY = "/login/recovery";

    /** The name of the field that has it. */
    public static final String RECOVERY_CODE_PARAMETER = "recoveryCode";

    /** Asks for a link to a new password; the link itself is this with a token. */
    public static final String RESET_PASSWORD = "/reset-password";

    /** Gives the browser a lane of its own; the link itself is this with a token. */
    public static final String UNLOCK = "/unlock";

    /** Where a session that has ended leads to. */
    public static final String SESSION_ENDED = LOGIN + "?ended";

    /** Mails the secret again to somebody who is at the code step. */
    public static final String MAIL_AGAIN = "/login/verify/mail-again";

    /** Takes the sign-out form. */
    public static final String LOGOUT = "/logout";

    /** Shows their first recovery codes to somebody who has just signed in with a code. */
    public static final String FIRST_RECOVERY_CODES = "/recovery-codes";

    /** Lets an invited person join; the link itself is this with a token. */
    public static final String SIGN_UP = "/signup";

    /** Makes the first administrator; the link itself is this with a token. */
    public static final String SET_UP = "/setup";

    public static final String PROFILE = "/profile";

    private static final String[] OPEN_TO_STRANGERS = {
        LOGIN,
        RESET_PASSWORD,
        RESET_PASSWORD + "/{token}",
        UNLOCK + "/{token}",
        SIGN_UP + "/{token}",
        SET_UP + "/{token}"
    };

    private SignInPaths() {}

    /** The page of a link, whatever was put in the place of its token. */
    public static String ofLink(String page, String token) {
        return page + "/" + UriUtils.encodePathSegment(token, StandardCharsets.UTF_8);
    }

    /** The pages that anybody may open. */
    public static String[] openToStrangers() {
        return OPEN_TO_STRANGERS.clone();
    }

    /** Everything that takes a form of a plain page. */
    public static List<String> formPaths() {
        return Stream.concat(
                        Stream.of(OPEN_TO_STRANGERS),
                        Stream.of(CHALLENGE, RECOVERY, MAIL_AGAIN, LOGOUT, FIRST_RECOVERY_CODES))
                .toList();
    }
}
