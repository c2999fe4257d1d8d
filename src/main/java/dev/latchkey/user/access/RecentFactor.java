package dev.latchkey.user.access;

import java.time.Clock;
import java.time.Duration;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.RequiredFactor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Whether the user has confirmed their identity recently, with their strongest factor: a password is not enough if the user has a
 * code, which protects against a stolen password.
 */
@Component(RecentFactor.BEAN)
public class RecentFactor {

    /** How long a factor counts as recent. */
    public static final Duration VALIDITY = Duration.ofMinutes(5);

    public static final String BEAN = "recentFactor";

    /** The factor of a time-based one-time password; Spring Security has no constant for it. */
    public static final String CODE = "FACTOR_TOTP";

    private final ProvenSecrets secrets;
    private final AllRequiredFactorsAuthorizationManager<Object> code;
    private final AllRequiredFactorsAuthorizationManager<Object> password;

    RecentFactor(ProvenSecrets secrets, Clock clock) {
        this.secrets = secrets;
        this.code = recent(CODE, clock);
        this.password = recent(FactorGrantedAuthority.PASSWORD_AUTHORITY, clock);
    }

    /** Whether the user's strongest factor is the code rather than the password. */
    public boolean isCodeFor(long userId) {
        return secrets.hasOne(userId);
    }

    /** Whether this sign-in of that user proved the factor less than {@link #VALIDITY} ago. */
    public boolean isProvenBy(Authentication authentication, long userId) {
        var rule = isCodeFor(userId) ? code : password;
        return rule.authorize(() -> authentication, this).isGranted();
    }

    private static AllRequiredFactorsAuthorizationManager<Object> recent(String factor, Clock clock) {
        var rule = AllRequiredFactorsAuthorizationManager.builder()
                .requireFactor(RequiredFactor.withAuthority(factor)
                        .validDuration(VALIDITY)
                        .build())
                .build();
        rule.setClock(clock);
        return rule;
    }
}
