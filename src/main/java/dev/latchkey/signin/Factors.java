package dev.latchkey.signin;

import dev.latchkey.user.access.RecentFactor;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** The factors of a sign-in, as Spring Security's factor authorities. */
public final class Factors {

    public static final String PASSWORD = FactorGrantedAuthority.PASSWORD_AUTHORITY;

    public static final String TOTP = RecentFactor.CODE;

    private Factors() {}

    /** The authority of a factor proven at that time. */
    public static FactorGrantedAuthority passed(String factor, Instant at) {
        return FactorGrantedAuthority.withAuthority(factor).issuedAt(at).build();
    }

    /** The user who has passed at least the password step; empty if there is none. */
    public static Optional<SignedInUser> userOfPasswordStep(SecurityContextHolderStrategy securityContext) {
        var current = securityContext.getContext().getAuthentication();
        return passedAt(current, PASSWORD).isPresent() && current.getPrincipal() instanceof SignedInUser user
                ? Optional.of(user)
                : Optional.empty();
    }

    /** The names of the factors that the authentication passed, for the audit trail. */
    public static String namesIn(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(GrantedAuthority::getAuthority)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** When the authentication passed the factor; empty if it did not. */
    public static Optional<Instant> passedAt(@Nullable Authentication authentication, String factor) {
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
