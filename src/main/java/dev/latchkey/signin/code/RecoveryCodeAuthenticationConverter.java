package dev.latchkey.signin.code;

import dev.latchkey.signin.Factors;
import dev.latchkey.signin.SignedInUser;
import dev.latchkey.signin.navigation.SignInPaths;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Reads the recovery code from the form and its user from the session: nobody can send a code for somebody else. */
final class RecoveryCodeAuthenticationConverter implements AuthenticationConverter {

    private final SecurityContextHolderStrategy securityContext;

    RecoveryCodeAuthenticationConverter(SecurityContextHolderStrategy securityContext) {
        this.securityContext = securityContext;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        return Factors.userOfPasswordStep(securityContext)
                .map(user -> claim(user, request))
                .orElse(null);
    }

    private static Authentication claim(SignedInUser user, HttpServletRequest request) {
        var claim = RecoveryCodeAuthenticationToken.unauthenticated(
                user, Objects.requireNonNullElse(request.getParameter(SignInPaths.RECOVERY_CODE_PARAMETER), ""));
        claim.setDetails(new WebAuthenticationDetails(request));
        return claim;
    }
}
