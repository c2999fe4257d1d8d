package dev.latchkey.twofactor.secret;

import dev.latchkey.twofactor.TwoFactorProperties;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.user.password.reset.MailedSecrets;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Secrets that were mailed and have not been proven. */
@Component
class WaitingSecrets implements MailedSecrets {

    private final EnrolmentRepository enrolments;
    private final TwoFactorProperties properties;

    WaitingSecrets(EnrolmentRepository enrolments, TwoFactorProperties properties) {
        this.enrolments = enrolments;
        this.properties = properties;
    }

    @Override
    public Duration life() {
        return properties.pendingSecretLife();
    }

    @Override
    public boolean isOneWaiting(long userId, Instant now) {
        return enrolments.find(userId).isPendingInMailboxAt(now);
    }
}
