package dev.latchkey.signin.code;

import dev.latchkey.signin.Factors;
import dev.latchkey.signin.network.ClientRateLimiter;
import dev.latchkey.signin.network.ClientRateLimiter.Crowd;
import dev.latchkey.twofactor.recovery.RecoveryCode;
import dev.latchkey.twofactor.recovery.RecoveryCodes;
import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks and uses the recovery code, and grants the factor of the authentication code that it replaces, so that a single rule
 * decides what a sign-in needs. Codes cannot be guessed; the client's address is limited anyway, so that nobody floods the database
 * and the audit trail with guesses.
 */
@Component
public class RecoveryCodeAuthenticationProvider implements AuthenticationProvider {

    private final RecoveryCodes codes;
    private final ClientRateLimiter rateLimiter;
    private final Clock clock;

    RecoveryCodeAuthenticationProvider(RecoveryCodes codes, ClientRateLimiter rateLimiter, Clock clock) {
        this.codes = codes;
        this.rateLimiter = rateLimiter;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var claim = (RecoveryCodeAuthenticationToken) authentication;
        var user = claim.getPrincipal();
        var code = RecoveryCode.parse(claim.getCredentials())
                .orElseThrow(() -> new RecoveryCodeRefusedException(RecoveryCodeRefusal.MALFORMED));
        var address = ((WebAuthenticationDetails) claim.getDetails()).getRemoteAddress();
        if (!rateLimiter.isOpenTo(Crowd.STRANGERS, address)) {
            throw new RecoveryCodeRefusedException(RecoveryCodeRefusal.NETWORK_WAITS);
        }
        if (!codes.use(user.getUserId(), code)) {
            rateLimiter.count(Crowd.STRANGERS, address);
            throw new RecoveryCodeRefusedException(RecoveryCodeRefusal.WRONG);
        }
        return TotpAuthenticationToken.authenticated(user, List.of(Factors.passed(Factors.TOTP, clock.instant())));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return RecoveryCodeAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
