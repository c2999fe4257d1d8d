package dev.latchkey.twofactor.enrolment;

import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.code.CodeAttempts;
import dev.latchkey.twofactor.code.CodeChecked;
import dev.latchkey.twofactor.code.CodeReused;
import dev.latchkey.twofactor.code.SessionCodeAttempts;
import dev.latchkey.twofactor.enrolment.store.Enrolment;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.keyset.SecretCipher;
import dev.latchkey.twofactor.keyset.SecretUnreadableException;
import dev.latchkey.twofactor.secret.MailedSecretHold;
import dev.latchkey.twofactor.totp.AuthenticationCode;
import dev.latchkey.twofactor.totp.Totp;
import dev.latchkey.user.lockout.GrowingDelay;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The only way to spend a code, used by everything that asks for one. */
@Component
class CodeVerifier {

    private final EnrolmentRepository enrolments;
    private final MailedSecretHold hold;
    private final CodeAttempts attempts;
    private final SessionCodeAttempts attemptsInSession;
    private final SecretCipher cipher;
    private final EnrolmentChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CodeVerifier(
            EnrolmentRepository enrolments,
            MailedSecretHold hold,
            CodeAttempts attempts,
            SessionCodeAttempts attemptsInSession,
            SecretCipher cipher,
            EnrolmentChanges changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.enrolments = enrolments;
        this.hold = hold;
        this.attempts = attempts;
        this.attemptsInSession = attemptsInSession;
        this.cipher = cipher;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Spends a code. Call it outside any transaction: attempts are counted in a separate one, and the guarded UPDATE is the first
     * statement of another.
     *
     * @throws SecretUnreadableException if the stored secret fails its authentication; the sign-in fails then
     */
    CodeResult verify(long userId, @Nullable String typed) {
        var result = check(userId, typed);
        events.publishEvent(new CodeChecked(result));
        return result;
    }

    private CodeResult check(long userId, @Nullable String typed) {
        var digits = enrolments.find(userId).parameters().digits();
        var code = AuthenticationCode.parse(typed, digits);
        if (code.isEmpty()) {
            return new CodeResult.Malformed(digits);
        }
        return attemptsInSession
                .lane(userId)
                .map(lane -> verifyInSession(userId, lane, code.get()))
                .orElseGet(() -> verifyAtSignIn(userId, code.get()));
    }

    private CodeResult verifyInSession(long userId, byte[] lane, AuthenticationCode code) {
        var wait = attemptsInSession.take(lane);
        if (wait.isPresent()) {
            return new CodeResult.Delayed(wait.get());
        }
        if (isSpent(enrolments.find(userId), code)) {
            attemptsInSession.forget(lane);
            return new CodeResult.Accepted();
        }
        if (attemptsInSession.isShut(lane)) {
            changes.warnOfWrongCodesInSession(userId);
        }
        return new CodeResult.Wrong();
    }

    private CodeResult verifyAtSignIn(long userId, AuthenticationCode code) {
        return switch (attempts.take(userId)) {
            case CodeAttempts.Delayed(var wait) -> new CodeResult.Delayed(wait);
            case CodeAttempts.Locked() -> new CodeResult.Locked();
            case CodeAttempts.Taken(var inARow) -> look(userId, code, inARow);
            case CodeAttempts.Held() -> lookAtHeld(userId, code);
        };
    }

    private CodeResult look(long userId, AuthenticationCode code, int inARow) {
        var enrolment = enrolments.find(userId);
        if (isSpent(enrolment, code)) {
            attempts.reset(userId);
            return new CodeResult.Accepted();
        }
        if (inARow == GrowingDelay.FREE) {
            changes.warnOfWrongCodes(userId);
        } else if (inARow == CodeAttempts.CEILING) {
            changes.notifyOfLock(userId);
        }
        return explained(enrolment, code);
    }

    /** For somebody who can see the secret, the clock difference does not help to guess. */
    private CodeResult explained(Enrolment enrolment, AuthenticationCode code) {
        var now = clock.instant();
        if (!enrolment.isPendingOnScreenAt(now)) {
            return new CodeResult.Wrong();
        }
        var secret = cipher.decrypt(Objects.requireNonNull(enrolment.secretCiphertext()), enrolment.userId());
        return new Totp(enrolment.parameters())
                .clockOffset(secret, code, now)
                .<CodeResult>map(CodeResult.ClockOff::new)
                .orElseGet(CodeResult.Wrong::new);
    }

    private CodeResult lookAtHeld(long userId, AuthenticationCode code) {
        if (isSpent(enrolments.find(userId), code)) {
            attempts.reset(userId);
            return new CodeResult.Accepted();
        }
        changes.notifyOfAttack(userId);
        return new CodeResult.Wrong();
    }

    private boolean isSpent(Enrolment enrolment, AuthenticationCode code) {
        var now = clock.instant();
        if (enrolment.secretCiphertext() == null || !enrolment.isUsableAt(now) || hold.silences(enrolment)) {
            return false;
        }
        var secret = cipher.decrypt(enrolment.secretCiphertext(), enrolment.userId());
        var step = new Totp(enrolment.parameters()).matchingStep(secret, code, now);
        if (step.isEmpty()) {
            return false;
        }
        var spent = changes.spend(enrolment, step.getAsLong());
        if (!spent) {
            events.publishEvent(new CodeReused());
        }
        return spent;
    }
}
