package dev.latchkey.signin;

import dev.latchkey.twofactor.TwoFactorService;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Asks the one rule of a sign-in: whether it needs a code, and whether it still lacks one. */
@Component
class SignInRequirement {

    private final TwoFactorService twoFactor;

    SignInRequirement(TwoFactorService twoFactor) {
        this.twoFactor = twoFactor;
    }

    /** Whether both factors are required; whoever has not even passed the password step lacks both. */
    boolean requiresBothFactors(@Nullable Authentication authentication) {
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedInUser user)) {
            return true;
        }
        return Factors.passedAt(authentication, Factors.PASSWORD).isEmpty()
                || twoFactor.isCodeRequired(user.getUserId(), user.signedInAt());
    }

    /** Whether nothing is left to ask of this sign-in. */
    boolean isComplete(Authentication authentication) {
        return Factors.passedAt(authentication, Factors.PASSWORD).isPresent()
                && (Factors.passedAt(authentication, Factors.TOTP).isPresent() || !requiresBothFactors(authentication));
    }
}
