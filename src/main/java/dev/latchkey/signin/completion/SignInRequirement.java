package dev.latchkey.signin.completion;

import dev.latchkey.signin.Factors;
import dev.latchkey.signin.SignedInUser;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Applies the second-factor requirement to a sign-in: whether it needs a code, and whether the code is missing. */
@Component
public class SignInRequirement {

    private final TwoFactorService twoFactor;

    SignInRequirement(TwoFactorService twoFactor) {
        this.twoFactor = twoFactor;
    }

    /** Whether pages and services require both factors; a complete sign-in needs none. */
    public boolean requiresBothFactors(@Nullable Authentication authentication) {
        return authentication == null
                || !(authentication.getPrincipal() instanceof SignedInUser user)
                || !user.isComplete()
                || Factors.passedAt(authentication, Factors.PASSWORD).isEmpty();
    }

    /** Whether the current rule requires nothing more of this sign-in. */
    boolean isMetBy(Authentication authentication) {
        return Factors.passedAt(authentication, Factors.PASSWORD).isPresent()
                && (Factors.passedAt(authentication, Factors.TOTP).isPresent()
                        || !twoFactor.isCodeRequired(((SignedInUser) authentication.getPrincipal()).getUserId()));
    }
}
