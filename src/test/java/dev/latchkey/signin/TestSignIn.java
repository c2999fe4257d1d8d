package dev.latchkey.signin;

import dev.latchkey.user.User;
import dev.latchkey.user.UserStatus;
import java.time.Instant;
import java.util.List;
import org.springframework.security.core.Authentication;

/** Signs somebody in without the sign-in, for tests of what comes after it. */
public final class TestSignIn {

    private TestSignIn() {}

    /** An authentication that has passed both steps. */
    public static Authentication withBothFactors(long userId, String email, Instant at) {
        return TotpAuthenticationToken.authenticated(
                principal(userId, email),
                List.of(Factors.passed(Factors.PASSWORD, at), Factors.passed(Factors.TOTP, at)));
    }

    /** An authentication that has passed the password step alone. */
    public static Authentication withPasswordAlone(long userId, String email, Instant at) {
        return TotpAuthenticationToken.authenticated(
                principal(userId, email), List.of(Factors.passed(Factors.PASSWORD, at)));
    }

    private static SignedInUser principal(long userId, String email) {
        return new SignedInUser(new User(userId, email, "", null, UserStatus.ACTIVE, 0, null));
    }
}
