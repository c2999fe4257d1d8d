package dev.latchkey.signin.configuration;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.signin.SignedInUser;
import dev.latchkey.signin.code.CodeRefusedException;
import dev.latchkey.signin.code.RecoveryCodeAuthenticationToken;
import dev.latchkey.signin.code.RecoveryCodeRefusal;
import dev.latchkey.signin.code.RecoveryCodeRefusedException;
import dev.latchkey.signin.code.TotpAuthenticationToken;
import dev.latchkey.signin.password.PasswordStepClosedException;
import dev.latchkey.signin.password.RefusedPasswords;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.UserService;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records refused steps and sign-outs in the audit trail. */
@Component
class SignInAudit {

    private final AuditTrail auditTrail;
    private final RefusedPasswords refusedPasswords;
    private final UserService users;

    SignInAudit(AuditTrail auditTrail, RefusedPasswords refusedPasswords, UserService users) {
        this.auditTrail = auditTrail;
        this.refusedPasswords = refusedPasswords;
        this.users = users;
    }

    @EventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void on(AbstractAuthenticationFailureEvent event) {
        // Attempts that were not checked are not recorded, so that nobody can flood the trail
        if (!wasLookedAt(event.getException())) {
            return;
        }
        switch (event.getAuthentication()) {
            case TotpAuthenticationToken claim -> {
                var user = claim.getPrincipal();
                auditTrail.record(AuditAction.CODE_REFUSED, null, user.getUserId(), user.getUsername());
            }
            case RecoveryCodeAuthenticationToken claim -> {
                var user = claim.getPrincipal();
                auditTrail.record(AuditAction.RECOVERY_CODE_REFUSED, null, user.getUserId(), user.getUsername());
            }
            // Unknown addresses are not stored: people type their password into the wrong field
            case UsernamePasswordAuthenticationToken claim ->
                refusedPasswords.record(EmailAddress.parse(claim.getName()).flatMap(users::findByEmail));
            default -> {}
        }
    }

    private static boolean wasLookedAt(AuthenticationException failure) {
        return switch (failure) {
            case PasswordStepClosedException closed -> false;
            case CodeRefusedException refused ->
                refused.result() instanceof CodeResult.Wrong || refused.result() instanceof CodeResult.ClockOff;
            case RecoveryCodeRefusedException refused -> refused.refusal() == RecoveryCodeRefusal.WRONG;
            default -> true;
        };
    }

    @EventListener
    @Transactional
    public void on(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedInUser user) {
            auditTrail.record(AuditAction.SIGNED_OUT, user.getUserId(), user.getUserId(), user.getUsername());
        }
    }
}
