package dev.latchkey.signin.code;

import dev.latchkey.signin.navigation.PageNotes;
import dev.latchkey.signin.navigation.SignInPaths;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;

/** Adds the code step, by app or by recovery code, to the filter chain, with the session handling of the password step. */
public final class TotpConfigurer extends AbstractHttpConfigurer<TotpConfigurer, HttpSecurity> {

    private final PageNotes notes;
    private @Nullable AuthenticationSuccessHandler successHandler;
    private @Nullable AuthenticationSuccessHandler recoverySuccessHandler;

    /** Refusals are shown by notes. */
    public TotpConfigurer(PageNotes notes) {
        this.notes = notes;
    }

    /** The handler after an accepted authentication code. */
    public TotpConfigurer successHandler(AuthenticationSuccessHandler handler) {
        this.successHandler = handler;
        return this;
    }

    /** The handler after an accepted recovery code. */
    public TotpConfigurer recoverySuccessHandler(AuthenticationSuccessHandler handler) {
        this.recoverySuccessHandler = handler;
        return this;
    }

    @Override
    public void configure(HttpSecurity http) {
        var context = getSecurityContextHolderStrategy();
        add(
                http,
                SignInPaths.CHALLENGE,
                SignInPaths.CODE_PARAMETER,
                new TotpAuthenticationConverter(context),
                Objects.requireNonNull(successHandler));
        add(
                http,
                SignInPaths.RECOVERY,
                SignInPaths.RECOVERY_CODE_PARAMETER,
                new RecoveryCodeAuthenticationConverter(context),
                Objects.requireNonNull(recoverySuccessHandler));
    }

    private void add(
            HttpSecurity http,
            String path,
            String field,
            AuthenticationConverter converter,
            AuthenticationSuccessHandler success) {
        var filter = new SecondFactorAuthenticationFilter(
                path, converter, http.getSharedObject(AuthenticationManager.class));
        filter.setSecurityContextHolderStrategy(getSecurityContextHolderStrategy());
        filter.setMfaEnabled(true);
        filter.setSecurityContextRepository(http.getSharedObject(SecurityContextRepository.class));
        filter.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
        filter.setAuthenticationSuccessHandler(success);
        filter.setAuthenticationFailureHandler(new CodeRefusedHandler(path, field, notes));
        http.addFilterAfter(filter, UsernamePasswordAuthenticationFilter.class);
    }
}
