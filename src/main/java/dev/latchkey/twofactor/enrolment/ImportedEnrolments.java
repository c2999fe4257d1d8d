package dev.latchkey.twofactor.enrolment;

import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.keyset.SecretCipher;
import dev.latchkey.twofactor.totp.TotpParameters;
import dev.latchkey.twofactor.totp.TotpSecret;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enrolments that users bring along from another server, whose app they have. */
@Component
public class ImportedEnrolments {

    private final EnrolmentRepository enrolments;
    private final SecretCipher cipher;
    private final Clock clock;

    ImportedEnrolments(EnrolmentRepository enrolments, SecretCipher cipher, Clock clock) {
        this.enrolments = enrolments;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Whether the user has no proven secret, so that one may be adopted. */
    public boolean isOpen(long userId) {
        return !enrolments.find(userId).isProven();
    }

    /**
     * Makes the secret the user's, as proven. A code that is valid now may have been used at the other server, so the first one that
     * is accepted here is of a later time.
     *
     * @return false, and nothing is changed, if the user has a proven secret
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean adopt(long userId, TotpSecret secret, TotpParameters parameters) {
        var now = clock.instant();
        return enrolments.adopt(
                userId,
                enrolments.find(userId).version(),
                cipher.encrypt(secret, userId),
                parameters,
                parameters.latestStepAt(now),
                now);
    }
}
