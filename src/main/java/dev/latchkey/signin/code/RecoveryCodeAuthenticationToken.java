package dev.latchkey.signin.code;

import dev.latchkey.signin.SignedInUser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * An unverified recovery code from the user of the password step. Never the result of the check: that is a {@link
 * TotpAuthenticationToken}, because the code replaces one from an app.
 */
public final class RecoveryCodeAuthenticationToken extends AbstractAuthenticationToken {

    private final SignedInUser principal;
    private transient @Nullable String code;

    private RecoveryCodeAuthenticationToken(SignedInUser principal, String code) {
        super(List.of());
        this.principal = principal;
        this.code = code;
    }

    /** A token that is not checked yet. */
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
