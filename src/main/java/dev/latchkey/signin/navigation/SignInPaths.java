package dev.latchkey.signin.navigation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;
import org.springframework.web.util.UriUtils;

/** Paths of the sign-in. */
@NamedInterface("api")
public final class SignInPaths {

    /** The password step. */
    public static final String LOGIN = "/login";

    /** The name of the field for the email address. */
    public static final String USERNAME_PARAMETER = "username";

    /** The code step. */
    public static final String CHALLENGE = "/login/verify";

    /** The name of the field for the code. */
    public static final String CODE_PARAMETER = "code";

    /** Accepts a recovery code instead of the code step. */
    public static final String RECOVERY = "/login/recovery";

    /** The name of its field. */
    public static final String RECOVERY_CODE_PARAMETER = "recoveryCode";

    /** Requests a link to a new password; the link itself is this path with a token. */
    public static final String RESET_PASSWORD = "/reset-password";

    /** Gives the browser its own lane; the link itself is this path with a token. */
    public static final String UNLOCK = "/unlock";

    /** Makes a change of address; the link itself is this path with a token. */
    public static final String CONFIRM_ADDRESS = "/confirm-address";

    /** Cancels a change of address; the link itself is this path with a token. */
    public static final String CANCEL_ADDRESS = "/cancel-address";

    /** The target after a session has ended. */
    public static final String SESSION_ENDED = LOGIN + "?ended";

    /** The target when a load balancer keeps sending a browser to a node that doesn't know its session. */
    public static final String SESSION_LOST = LOGIN + "?lost";

    /** The target of a form that comes without any cookie. */
    public static final String NO_COOKIES = LOGIN + "?cookies";

    /** Mails the secret again to a user at the code step. */
    public static final String MAIL_AGAIN = "/login/verify/mail-again";

    /** Accepts the sign-out form. */
    public static final String LOGOUT = "/logout";

    /** Shows the first recovery codes to a user who has just signed in with a code. */
    public static final String FIRST_RECOVERY_CODES = "/recovery-codes";

    /** Signs up an invited person; the link itself is this path with a token. */
    public static final String SIGN_UP = "/signup";

    /** Creates the first administrator; the link itself is this path with a token. */
    public static final String SET_UP = "/setup";

    public static final String PROFILE = "/profile";

    private static final String[] OPEN_TO_STRANGERS = {
        LOGIN,
        RESET_PASSWORD,
        RESET_PASSWORD + "/{token}",
        UNLOCK + "/{token}",
        CONFIRM_ADDRESS + "/{token}",
        CANCEL_ADDRESS + "/{token}",
        SIGN_UP + "/{token}",
        SET_UP + "/{token}"
    };

    private SignInPaths() {}

    /** The page of a link, with any token. */
    public static String ofLink(String page, String token) {
        return page + "/" + UriUtils.encodePathSegment(token, StandardCharsets.UTF_8);
    }

    /** The pages that anybody may open. */
    public static String[] openToStrangers() {
        return OPEN_TO_STRANGERS.clone();
    }

    /** All paths that accept a form of a plain page. */
    public static List<String> formPaths() {
        return Stream.concat(
                        Stream.of(OPEN_TO_STRANGERS),
                        Stream.of(CHALLENGE, RECOVERY, MAIL_AGAIN, LOGOUT, FIRST_RECOVERY_CODES))
                .toList();
    }
}
