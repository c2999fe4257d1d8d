package dev.latchkey.twofactor.secret;

import dev.latchkey.mail.Outbox;
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
    private final Outbox outbox;
    private final TwoFactorProperties properties;

    WaitingSecrets(EnrolmentRepository enrolments, Outbox outbox, TwoFactorProperties properties) {
        this.enrolments = enrolments;
        this.outbox = outbox;
        this.properties = properties;
    }

    @Override
    public Duration life() {
        return properties.pendingSecretLife();
    }

    @Override
    public void discard(long userId) {
        SecretMail.KINDS.forEach(kind -> outbox.withdraw(kind, userId));
        enrolments.discardMailed(userId);
    }

    @Override
    public boolean isOneWaiting(long userId, Instant now) {
        return enrolments.find(userId).isPendingInMailboxAt(now);
    }
}
