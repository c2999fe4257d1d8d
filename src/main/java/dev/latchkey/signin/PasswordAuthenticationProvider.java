package dev.latchkey.signin;

import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks the password and grants its factor, and nothing else, at the time of the application's own clock. */
@Component
class PasswordAuthenticationProvider extends DaoAuthenticationProvider {

    private final Clock clock;

    PasswordAuthenticationProvider(LatchkeyUserDetailsService users, PasswordEncoder passwordEncoder, Clock clock) {
        super(users);
        setPasswordEncoder(passwordEncoder);
        setUserDetailsPasswordService(users);
        this.clock = clock;
    }

    @Override
    protected Authentication createSuccessAuthentication(
            Object principal, Authentication authentication, UserDetails user) {
        // The parent upgrades an outdated hash; its factor carries the system's time and is replaced
        var checked = super.createSuccessAuthentication(principal, authentication, user);
        var token = UsernamePasswordAuthenticationToken.authenticated(
                checked.getPrincipal(),
                checked.getCredentials(),
                List.of(Factors.passed(Factors.PASSWORD, clock.instant())));
        token.setDetails(checked.getDetails());
        return token;
    }
}
