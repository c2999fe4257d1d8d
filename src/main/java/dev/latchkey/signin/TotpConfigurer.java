package dev.latchkey.signin;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;

/** Puts the code step into the filter chain, with the session handling of the password step. */
final class TotpConfigurer extends AbstractHttpConfigurer<TotpConfigurer, HttpSecurity> {

    private @Nullable AuthenticationSuccessHandler successHandler;

    TotpConfigurer successHandler(AuthenticationSuccessHandler handler) {
        this.successHandler = handler;
        return this;
    }

    @Override
    public void configure(HttpSecurity http) {
        var filter = new TotpAuthenticationFilter(
                new TotpAuthenticationConverter(getSecurityContextHolderStrategy()),
                http.getSharedObject(AuthenticationManager.class));
        filter.setSecurityContextHolderStrategy(getSecurityContextHolderStrategy());
        filter.setMfaEnabled(true);
        filter.setSecurityContextRepository(http.getSharedObject(SecurityContextRepository.class));
        filter.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
        filter.setAuthenticationSuccessHandler(Objects.requireNonNull(successHandler));
        filter.setAuthenticationFailureHandler(
                new SimpleUrlAuthenticationFailureHandler(SignInPaths.CHALLENGE + "?error"));
        http.addFilterAfter(filter, UsernamePasswordAuthenticationFilter.class);
    }
}
