package dev.latchkey.user.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Whether the user has confirmed their identity recently, with their strongest factor: a password is not enough if the user has a
 * code, which protects against a stolen password. Each sensitive action extends it, so that an hour at the help desk is not an hour
 * of codes; but not beyond {@link #LONGEST}.
 */
@Component(RecentFactor.BEAN)
public class RecentFactor {

    /** How long a factor counts as recent, after it was proven and after each sensitive action. */
    public static final Duration VALIDITY = Duration.ofMinutes(10);

    /** How long a factor counts as recent at most, whatever was done since. */
    public static final Duration LONGEST = Duration.ofMinutes(30);

    public static final String BEAN = "recentFactor";

    /** The factor of a time-based one-time password; Spring Security has no constant for it. */
    public static final String CODE = "FACTOR_TOTP";

    private static final String USED_AT = RecentFactor.class.getName() + ".used-at";

    private final ProvenSecrets secrets;
    private final Clock clock;

    RecentFactor(ProvenSecrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Whether the user's strongest factor is the code rather than the password. */
    public boolean isCodeFor(long userId) {
        return secrets.hasOne(userId);
    }

    /**
     * Whether this sign-in of that user proved the factor less than {@link #VALIDITY} ago, or has used it within that time; asking
     * is no use.
     */
    public boolean isProven(Authentication authentication, long userId) {
        var factor = isCodeFor(userId) ? CODE : FactorGrantedAuthority.PASSWORD_AUTHORITY;
        var now = clock.instant();
        return provenAt(authentication, factor)
                .filter(proven -> now.isBefore(proven.plus(LONGEST)))
                .filter(proven -> now.isBefore(lastUseSince(proven).plus(VALIDITY)))
                .isPresent();
    }

    /** Like {@link #isProven}, and a use if so: the last thing that the guard of an action asks. */
    public boolean isProvenBy(Authentication authentication, long userId) {
        var recent = isProven(authentication, userId);
        if (recent) {
            session()
                    .ifPresent(
                            session -> session.setAttribute(USED_AT, clock.instant(), RequestAttributes.SCOPE_SESSION));
        }
        return recent;
    }

    private static Optional<Instant> provenAt(Authentication authentication, String factor) {
        return authentication.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(FactorGrantedAuthority.class::cast)
                .filter(authority -> factor.equals(authority.getAuthority()))
                .map(FactorGrantedAuthority::getIssuedAt)
                .findFirst();
    }

    private static Instant lastUseSince(Instant proven) {
        return session()
                .map(session -> (Instant) session.getAttribute(USED_AT, RequestAttributes.SCOPE_SESSION))
                .filter(proven::isBefore)
                .orElse(proven);
    }

    /** Empty outside a request. */
    private static Optional<RequestAttributes> session() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes());
    }
}
