package dev.latchkey.twofactor;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The one way to spend a code, for every surface that asks for one. */
@Component
class CodeVerifier {

    private final EnrolmentRepository enrolments;
    private final CodeAttempts attempts;
    private final SecretCipher cipher;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;
    private final Totp totp = new Totp();

    CodeVerifier(
            EnrolmentRepository enrolments,
            CodeAttempts attempts,
            SecretCipher cipher,
            TransactionTemplate ownTransaction,
            Clock clock) {
        this.enrolments = enrolments;
        this.attempts = attempts;
        this.cipher = cipher;
        this.ownTransaction = ownTransaction;
        this.clock = clock;
    }

    /**
     * Spends a code. To be called outside any transaction: attempts are counted in one of their own, and the guarded UPDATE
     * is the first statement of another.
     *
     * @throws SecretUnreadableException where the stored secret fails its authentication; nobody gets in then
     */
    CodeResult verify(long userId, @Nullable String typed) {
        var code = AuthenticationCode.parse(typed);
        if (code.isEmpty()) {
            return new CodeResult.Malformed();
        }
        var refusal = attempts.take(userId);
        if (refusal.isPresent()) {
            return switch (refusal.get()) {
                case CodeAttempts.Refusal.For(var wait) -> new CodeResult.Delayed(wait);
                case CodeAttempts.Refusal.UntilUnlocked() -> new CodeResult.Locked();
            };
        }
        if (!isSpent(userId, code.get())) {
            return new CodeResult.Wrong();
        }
        attempts.reset(userId);
        return new CodeResult.Accepted();
    }

    private boolean isSpent(long userId, AuthenticationCode code) {
        var now = clock.instant();
        var enrolment = enrolments.find(userId);
        if (enrolment.secretCiphertext() == null || !enrolment.isUsableAt(now)) {
            return false;
        }
        var step = totp.matchingStep(cipher.decrypt(enrolment.secretCiphertext(), userId), code, now);
        return step.isPresent()
                && Boolean.TRUE.equals(ownTransaction.execute(
                        status -> enrolments.spend(userId, enrolment.version(), step.getAsLong(), now)));
    }
}
