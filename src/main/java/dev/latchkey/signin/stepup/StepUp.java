package dev.latchkey.signin.stepup;

import com.vaadin.flow.server.VaadinServletRequest;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.signin.Factors;
import dev.latchkey.signin.code.CodeRefusedException;
import dev.latchkey.signin.code.RecoveryCodeAuthenticationToken;
import dev.latchkey.signin.code.RecoveryCodeRefusal;
import dev.latchkey.signin.code.RecoveryCodeRefusedException;
import dev.latchkey.signin.code.TotpAuthenticationToken;
import dev.latchkey.signin.password.PasswordClaimDetails;
import dev.latchkey.signin.password.PasswordLane;
import dev.latchkey.signin.password.PasswordRefusal;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.signin.session.SessionKey;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.user.access.OnlyThemselves;
import dev.latchkey.user.access.RecentFactor;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Service;

/**
 * Lets a user who signed in some time ago confirm their identity again, before an action that requires it. Codes and passwords go
 * through the sign-in's providers, with their limits and audit entries.
 */
@Service
public class StepUp {

    private final AuthenticationManager authenticationManager;
    private final CurrentSession session;
    private final RecentFactor recentFactor;
    private final AuditTrail auditTrail;

    StepUp(
            AuthenticationManager authenticationManager,
            CurrentSession session,
            RecentFactor recentFactor,
            AuditTrail auditTrail) {
        this.authenticationManager = authenticationManager;
        this.session = session;
        this.recentFactor = recentFactor;
        this.auditTrail = auditTrail;
    }

    /** Whether the user has to prove a factor again before such an action. */
    @OnlyThemselves
    public boolean isNeeded(long userId) {
        return !recentFactor.isProven(session.authentication(), userId);
    }

    /** Whether that factor is the code; otherwise it is the password. */
    @OnlyThemselves
    public boolean takesCode(long userId) {
        return recentFactor.isCodeFor(userId);
    }

    /** Checks the factor; returns why it was refused, or empty if it is proven. */
    @OnlyThemselves
    public Optional<Refusal> prove(long userId, String typed) {
        if (!takesCode(userId)) {
            return provePassword(userId, typed).map(Refusal.OfPassword::new);
        }
        try {
            prove(TotpAuthenticationToken.unauthenticated(session.user(), typed), Factors.TOTP);
            return Optional.empty();
        } catch (CodeRefusedException e) {
            return Optional.of(new Refusal.OfCode(e.result()));
        }
    }

    /** Confirms the user's identity with a recovery code, instead of a code from an app that is not available. */
    @OnlyThemselves
    public Optional<Refusal> proveByRecoveryCode(long userId, String typed) {
        try {
            prove(RecoveryCodeAuthenticationToken.unauthenticated(session.user(), typed), Factors.TOTP);
            return Optional.empty();
        } catch (RecoveryCodeRefusedException e) {
            return Optional.of(new Refusal.OfRecoveryCode(e.refusal()));
        }
    }

    /** Checks the password, whatever the strongest factor is; returns why it was refused, or empty if it is proven. */
    @OnlyThemselves
    public Optional<PasswordRefusal> provePassword(long userId, String typed) {
        try {
            prove(
                    UsernamePasswordAuthenticationToken.unauthenticated(
                            session.user().getUsername(), typed),
                    Factors.PASSWORD);
            return Optional.empty();
        } catch (AuthenticationException e) {
            return Optional.of(PasswordRefusal.of(e));
        }
    }

    private void prove(AbstractAuthenticationToken claim, String factor) {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        // Wrong input in an open session does not lock the login, and vice versa
        var lane = SessionKey.of(request)
                .<PasswordLane>map(PasswordLane.OfSession::new)
                .orElseGet(PasswordLane.OfStrangers::new);
        claim.setDetails(new PasswordClaimDetails(request, lane));
        authenticationManager.authenticate(claim);
        session.prove(factor);
        var user = session.user();
        auditTrail.record(AuditAction.STEPPED_UP, user.getUserId(), user.getUserId(), user.getUsername(), factor);
    }

    /** Why the factor was not proven. */
    public sealed interface Refusal {

        /** The code was refused. */
        record OfCode(CodeResult result) implements Refusal {}

        /** The recovery code was refused. */
        record OfRecoveryCode(RecoveryCodeRefusal refusal) implements Refusal {}

        /** The password was refused. */
        record OfPassword(PasswordRefusal refusal) implements Refusal {}
    }
}
