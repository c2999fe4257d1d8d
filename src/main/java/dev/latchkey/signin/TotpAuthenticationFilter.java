package dev.latchkey.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Takes the code step of a sign-in: {@code POST /login/verify}. */
final class TotpAuthenticationFilter extends AbstractAuthenticationProcessingFilter {

    private final AuthenticationConverter converter;

    TotpAuthenticationFilter(AuthenticationConverter converter, AuthenticationManager authenticationManager) {
        super(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, SignInPaths.CHALLENGE),
                authenticationManager);
        this.converter = converter;
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        var claim = converter.convert(request);
        if (claim == null) {
            throw new InsufficientAuthenticationException("no password step before the code step");
        }
        return getAuthenticationManager().authenticate(claim);
    }
}
