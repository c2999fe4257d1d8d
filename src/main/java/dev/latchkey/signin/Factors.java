package dev.latchkey.signin;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** The factors of a sign-in, as Spring Security's factor authorities. */
final class Factors {

    static final String PASSWORD = FactorGrantedAuthority.PASSWORD_AUTHORITY;

    /** A time-based one-time password; Spring Security has no constant for it. */
    static final String TOTP = "FACTOR_TOTP";

    private Factors() {}

    static FactorGrantedAuthority passed(String factor, Instant at) {
        return FactorGrantedAuthority.withAuthority(factor).issuedAt(at).build();
    }

    /** When the authentication passed the factor; empty where it did not. */
    static Optional<Instant> passedAt(@Nullable Authentication authentication, String factor) {
        return authentication == null
                ? Optional.empty()
                : authentication.getAuthorities().stream()
                        .filter(FactorGrantedAuthority.class::isInstance)
                        .map(FactorGrantedAuthority.class::cast)
                        .filter(authority -> factor.equals(authority.getAuthority()))
                        .map(FactorGrantedAuthority::getIssuedAt)
                        .findFirst();
    }
}
