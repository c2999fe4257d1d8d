package dev.latchkey.signin.code;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Processes the second step of a sign-in, a form posted to that path; the password step must come first. */
final class SecondFactorAuthenticationFilter extends AbstractAuthenticationProcessingFilter {

    private final AuthenticationConverter converter;

    SecondFactorAuthenticationFilter(
            String path, AuthenticationConverter converter, AuthenticationManager authenticationManager) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path), authenticationManager);
        this.converter = converter;
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        var claim = converter.convert(request);
        if (claim == null) {
            throw new InsufficientAuthenticationException("no password step before the second");
        }
        return getAuthenticationManager().authenticate(claim);
    }
}
