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

/** Reads the code from the form and its user from the session: nobody can send a code for somebody else. */
final class TotpAuthenticationConverter implements AuthenticationConverter {

    private final SecurityContextHolderStrategy securityContext;

    TotpAuthenticationConverter(SecurityContextHolderStrategy securityContext) {
        this.securityContext = securityContext;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        return Factors.userOfPasswordStep(securityContext)
                .map(user -> claim(user, request))
                .orElse(null);
    }

    private static TotpAuthenticationToken claim(SignedInUser user, HttpServletRequest request) {
        var code = Objects.requireNonNullElse(request.getParameter(SignInPaths.CODE_PARAMETER), "");
        var claim = TotpAuthenticationToken.unauthenticated(user, code);
        claim.setDetails(new WebAuthenticationDetails(request));
        return claim;
    }
}
