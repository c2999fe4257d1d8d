package dev.latchkey.signin.code;

import dev.latchkey.signin.SignedInUser;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

/** The code step of a sign-in: an unverified code from the user of the password step, or the result of the check. */
public final class TotpAuthenticationToken extends AbstractAuthenticationToken {

    private final SignedInUser principal;
    private transient @Nullable String code;

    private TotpAuthenticationToken(
            SignedInUser principal, @Nullable String code, Collection<? extends GrantedAuthority> authorities) {
        super(authorities);
        this.principal = principal;
        this.code = code;
    }

    private TotpAuthenticationToken(Builder builder) {
        super(builder);
        this.principal = builder.principal;
    }

    /** A token that is not checked yet. */
    public static TotpAuthenticationToken unauthenticated(SignedInUser principal, String code) {
        return new TotpAuthenticationToken(principal, code, java.util.List.of());
    }

    /** A token after a successful check. */
    static TotpAuthenticationToken authenticated(
            SignedInUser principal, Collection<? extends GrantedAuthority> authorities) {
        var token = new TotpAuthenticationToken(principal, null, authorities);
        token.setAuthenticated(true);
        return token;
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

    // Spring Security merges the factors of two steps only into a token class that declares this method itself
    @Override
    public Builder toBuilder() {
        return new Builder(this);
    }

    static final class Builder extends AbstractAuthenticationBuilder<Builder> {

        private SignedInUser principal;

        private Builder(TotpAuthenticationToken token) {
            super(token);
            this.principal = token.principal;
        }

        @Override
        public Builder principal(@Nullable Object newPrincipal) {
            this.principal = (SignedInUser) java.util.Objects.requireNonNull(newPrincipal);
            return this;
        }

        @Override
        public TotpAuthenticationToken build() {
            return new TotpAuthenticationToken(this);
        }
    }
}
