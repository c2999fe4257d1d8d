package dev.latchkey.signin.password;

import dev.latchkey.common.RefusedException;
import dev.latchkey.signin.Factors;
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
import org.springframework.stereotype.Component;

/** Checks the password, within the limits on guessing, and grants only its factor, with the time of the application's clock. */
@Component
public class PasswordAuthenticationProvider extends DaoAuthenticationProvider {

    private final PasswordGuard guard;
    private final WrongPasswordPace pace;
    private final Clock clock;

    PasswordAuthenticationProvider(
            LatchkeyUserDetailsService users,
            PasswordEncoder passwordEncoder,
            PasswordGuard guard,
            WrongPasswordPace pace,
            Clock clock) {
        super(users);
        setPasswordEncoder(passwordEncoder);
        setUserDetailsPasswordService(users);
        this.guard = guard;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication claim) throws AuthenticationException {
        var attempt = guard.take((PasswordClaimDetails) claim.getDetails(), claim.getName());
        var passed = look(claim, attempt);
        guard.forget(attempt);
        return passed;
    }

    private Authentication look(Authentication claim, PasswordGuard.Attempt attempt) {
        var begun = System.nanoTime();
        try {
            return attempt.hashLane()
                    .during(() -> Optional.ofNullable(super.authenticate(claim)))
                    .orElseThrow(() -> new BadCredentialsException("not for this provider"));
        } catch (BadCredentialsException wrong) {
            guard.wrong(attempt);
            pace.keepSince(begun);
            throw wrong;
        } catch (RuntimeException notLookedAt) {
            // It is not known to be wrong, so it does not count as a failure
            guard.giveBack(attempt);
            throw notLookedAt instanceof RefusedException busy ? PasswordStepClosedException.forNow(busy) : notLookedAt;
        }
    }

    @Override
    protected Authentication createSuccessAuthentication(
            Object principal, Authentication authentication, UserDetails user) {
        // The parent upgrades an outdated hash; its factor has the system's time and is replaced
        var checked = super.createSuccessAuthentication(principal, authentication, user);
        var token = UsernamePasswordAuthenticationToken.authenticated(
                checked.getPrincipal(),
                checked.getCredentials(),
                List.of(Factors.passed(Factors.PASSWORD, clock.instant())));
        token.setDetails(checked.getDetails());
        return token;
    }
}
