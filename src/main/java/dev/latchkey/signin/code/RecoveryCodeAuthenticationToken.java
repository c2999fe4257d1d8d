package dev.latchkey.signin.code;

import dev.latchkey.signin.SignedInUser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * A claim by the user of the password step that a recovery code is theirs. Never the result of having checked it: that is a
 * {@link TotpAuthenticationToken}, for the code stands in for the one that an app would have shown.
 */
public final class RecoveryCodeAuthenticationToken extends AbstractAuthenticationToken {

    private final SignedInUser principal;
    private transient @Nullable String code;

    private RecoveryCodeAuthenticationToken(SignedInUser principal, String code) {
        super(List.of());
        this.principal = principal;
        this.code = code;
    }

    /** A claim that is yet to be checked. */
    public static RecoveryCodeAuthenticationToken unauthenticated(SignedInUser principal, String code) {
        return new RecoveryCodeAuthenticationToken(principal, code);
    }

    @Override
    public SignedInUser getPrincipal() {
        return principal;
    }

    @Override
    public @Nullable String getCredentials() {
        return code;
    }

    @Override
    public void eraseCredentials() {
        super.eraseCredentials();
        code = null;
    }
}
