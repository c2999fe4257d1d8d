package dev.latchkey.signin;

import dev.latchkey.component.RefusedException;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.PasswordAttempts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks the password, within the limits on guessing, and grants its factor, and nothing else, at the time of the
 * application's own clock.
 */
@Component
class PasswordAuthenticationProvider extends DaoAuthenticationProvider {

    private final PasswordAttempts attempts;
    private final SignInPressure pressure;
    private final Clock clock;

    PasswordAuthenticationProvider(
            LatchkeyUserDetailsService users,
            PasswordEncoder passwordEncoder,
            PasswordAttempts attempts,
            SignInPressure pressure,
            Clock clock) {
        super(users);
        setPasswordEncoder(passwordEncoder);
        setUserDetailsPasswordService(users);
        this.attempts = attempts;
        this.pressure = pressure;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication claim) throws AuthenticationException {
        var address = ((WebAuthenticationDetails) claim.getDetails()).getRemoteAddress();
        if (!pressure.take(address)) {
            throw PasswordStepClosedException.forEverybodyThere();
        }
        var email = EmailAddress.parse(claim.getName());
        email.flatMap(attempts::take).ifPresent(wait -> {
            throw PasswordStepClosedException.forEmail(wait);
        });
        var passed = look(claim, email);
        pressure.giveBack(address);
        email.ifPresent(attempts::forget);
        return passed;
    }

    private Authentication look(Authentication claim, Optional<EmailAddress> email) {
        try {
            return Optional.ofNullable(super.authenticate(claim))
                    .orElseThrow(() -> new BadCredentialsException("not for this provider"));
        } catch (RefusedException tooManyAtOnce) {
            email.ifPresent(attempts::giveBack);
            throw PasswordStepClosedException.forEverybodyThere();
        }
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
