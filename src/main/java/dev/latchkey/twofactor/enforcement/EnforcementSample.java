package dev.latchkey.twofactor.enforcement;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.Outbox;
import dev.latchkey.twofactor.secret.SecretMailSample;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedActor;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mail that enforcement brings, for an administrator to look at first. */
@Service
public class EnforcementSample {

    private final SecretMailSample sample;
    private final Outbox outbox;
    private final AuditTrail auditTrail;

    EnforcementSample(SecretMailSample sample, Outbox outbox, AuditTrail auditTrail) {
        this.sample = sample;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
    }

    /** The mail as it would be now, in the administrator's language and marked as a sample, with a new secret that nothing stores. */
    @PermittedActor(Permission.MANAGE_ACCOUNT)
    @Transactional(readOnly = true)
    public MailContent forReader(long actorId) {
        return sample.forReader(actorId).orElseThrow();
    }

    /**
     * Mails it to the administrator's own address.
     *
     * @throws RefusedException if they have asked for {@value Outbox#MESSAGES_AN_HOUR} within the hour
     */
    @PermittedActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public void sendToReader(long actorId) {
        if (outbox.isFull(List.of(SecretMailSample.KIND), actorId)) {
            throw new RefusedException("enforcement.sample.refused", Outbox.MESSAGES_AN_HOUR);
        }
        outbox.enqueue(SecretMailSample.KIND, actorId);
        auditTrail.record(AuditAction.SAMPLE_MAIL_REQUESTED, actorId, null, "");
    }
}
