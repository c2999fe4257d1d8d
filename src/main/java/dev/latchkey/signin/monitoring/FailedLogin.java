package dev.latchkey.signin.monitoring;

import dev.latchkey.signin.code.CodeRefusedException;
import dev.latchkey.signin.code.RecoveryCodeAuthenticationToken;
import dev.latchkey.signin.code.RecoveryCodeRefusal;
import dev.latchkey.signin.code.RecoveryCodeRefusedException;
import dev.latchkey.signin.code.TotpAuthenticationToken;
import dev.latchkey.signin.password.PasswordClaimDetails;
import dev.latchkey.twofactor.CodeResult;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Writes one line for each failed login, for programs such as fail2ban that block addresses: the client's address and one of three
 * reasons, nothing that was typed, and not whether the email address is a user's. An attempt that the limits refuse unchecked has no
 * line; so nobody can fill the log, and an address that the limits refuse has lines enough before that.
 */
@Component
class FailedLogin {

    // Operators know this name and this line, from docs/operations/fail2ban: neither moves with the class
    private static final Logger LOG = LoggerFactory.getLogger("dev.latchkey.signin.FailedLogin");

    @EventListener
    void on(AbstractAuthenticationFailureEvent event) {
        // In an open session somebody confirms their identity; that is no login
        if (event.getAuthentication().getDetails() instanceof WebAuthenticationDetails client
                && !(client instanceof PasswordClaimDetails details && details.isInSession())) {
            reason(event).ifPresent(reason -> LOG.info("Failed login from {}: {}", client.getRemoteAddress(), reason));
        }
    }

    /** Empty if the attempt was not checked. */
    private static Optional<String> reason(AbstractAuthenticationFailureEvent event) {
        var failure = event.getException();
        return switch (event.getAuthentication()) {
            case UsernamePasswordAuthenticationToken claim
            when failure instanceof BadCredentialsException -> Optional.of("wrong email or password");
            case TotpAuthenticationToken claim
            when failure instanceof CodeRefusedException refused
                    && (refused.result() instanceof CodeResult.Wrong
                            || refused.result() instanceof CodeResult.ClockOff) -> Optional.of("wrong code");
            case RecoveryCodeAuthenticationToken claim
            when failure instanceof RecoveryCodeRefusedException refused
                    && refused.refusal() == RecoveryCodeRefusal.WRONG -> Optional.of("wrong recovery code");
            default -> Optional.empty();
        };
    }
}
