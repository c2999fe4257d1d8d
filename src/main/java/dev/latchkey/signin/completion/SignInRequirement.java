package dev.latchkey.signin.completion;

import dev.latchkey.signin.Factors;
import dev.latchkey.signin.SignedInUser;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Asks the one rule of a sign-in: whether it needs a code, and whether it still lacks one. */
@Component
public class SignInRequirement {

    private final TwoFactorService twoFactor;

    SignInRequirement(TwoFactorService twoFactor) {
        this.twoFactor = twoFactor;
    }

    /** Whether pages and services ask for both factors; of a sign-in that is complete they ask for none. */
    public boolean requiresBothFactors(@Nullable Authentication authentication) {
        return authentication == null
                || !(authentication.getPrincipal() instanceof SignedInUser user)
                || !user.isComplete()
                || Factors.passedAt(authentication, Factors.PASSWORD).isEmpty();
    }

    /** Whether the rule, as it stands now, asks nothing more of this sign-in. */
    boolean isMetBy(Authentication authentication) {
        return Factors.passedAt(authentication, Factors.PASSWORD).isPresent()
                && (Factors.passedAt(authentication, Factors.TOTP).isPresent()
                        || !twoFactor.isCodeRequired(((SignedInUser) authentication.getPrincipal()).getUserId()));
    }
}
