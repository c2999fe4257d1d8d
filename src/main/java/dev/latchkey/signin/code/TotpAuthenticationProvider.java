package dev.latchkey.signin.code;

import dev.latchkey.signin.Factors;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Checks and spends the code, and grants its factor. */
@Component
public class TotpAuthenticationProvider implements AuthenticationProvider {

    private final TwoFactorService twoFactor;
    private final Clock clock;

    TotpAuthenticationProvider(TwoFactorService twoFactor, Clock clock) {
        this.twoFactor = twoFactor;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var claim = (TotpAuthenticationToken) authentication;
        var user = claim.getPrincipal();
        var result = twoFactor.verifyAtSignIn(user.getUserId(), claim.getCredentials());
        if (!(result instanceof CodeResult.Accepted)) {
            throw new CodeRefusedException(result);
        }
        return TotpAuthenticationToken.authenticated(user, List.of(Factors.passed(Factors.TOTP, clock.instant())));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return TotpAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
