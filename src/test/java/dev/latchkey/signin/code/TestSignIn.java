package dev.latchkey.signin.code;

import dev.latchkey.signin.Factors;
import dev.latchkey.signin.SignedInUser;
import dev.latchkey.user.User;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.Permission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Signs somebody in without the sign-in, for tests of what comes after it. */
public final class TestSignIn {

    private TestSignIn() {}

    /** An authentication that has passed both steps. */
    public static Authentication withBothFactors(long userId, String email, Set<Permission> permissions, Instant at) {
        return withBothFactors(userId, email, permissions, at, at);
    }

    /** An authentication that has passed the steps at different times. */
    public static Authentication withBothFactors(
            long userId, String email, Set<Permission> permissions, Instant passwordAt, Instant codeAt) {
        var authorities = new ArrayList<GrantedAuthority>(
                List.of(Factors.passed(Factors.PASSWORD, passwordAt), Factors.passed(Factors.TOTP, codeAt)));
        permissions.forEach(permission -> authorities.add(new SimpleGrantedAuthority(permission.name())));
        return TotpAuthenticationToken.authenticated(
                principal(userId, email, passwordAt).completed(), authorities);
    }

    /** An authentication of whom, after the password, nothing more is asked. */
    public static Authentication completeWithPasswordAlone(long userId, String email, Instant at) {
        return TotpAuthenticationToken.authenticated(
                principal(userId, email, at).completed(), List.of(Factors.passed(Factors.PASSWORD, at)));
    }

    /** An authentication that has passed the password step alone, and owes a code. */
    public static Authentication withPasswordAlone(long userId, String email, Instant at) {
        return TotpAuthenticationToken.authenticated(
                principal(userId, email, at), List.of(Factors.passed(Factors.PASSWORD, at)));
    }

    private static SignedInUser principal(long userId, String email, Instant at) {
        return new SignedInUser(
                new User(userId, email, "", null, UserStatus.ACTIVE, 0, null, null, null, "", null), at);
    }
}
