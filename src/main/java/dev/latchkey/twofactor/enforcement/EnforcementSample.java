package dev.latchkey.twofactor.enforcement;

import dev.latchkey.account.PlannedStart;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.Outbox;
import dev.latchkey.twofactor.secret.SecretMailSample;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedActor;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mail that enforcement brings, for an administrator to look at first. */
@Service
public class EnforcementSample {

    private final SecretMailSample sample;
    private final EnforcementAnnouncement announcement;
    private final Outbox outbox;
    private final AuditTrail auditTrail;

    EnforcementSample(
            SecretMailSample sample, EnforcementAnnouncement announcement, Outbox outbox, AuditTrail auditTrail) {
        this.sample = sample;
        this.announcement = announcement;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
    }

    /**
     * The mail as it would be now, in the administrator's language and marked as a sample, with a new secret that nothing stores.
     *
     * @param start for the announcement of a later start, which brings no secret
     */
    @PermittedActor(Permission.MANAGE_ACCOUNT)
    @Transactional(readOnly = true)
    public MailContent forReader(long actorId, Optional<PlannedStart> start) {
        return start.map(time -> announcement.sample(actorId, time))
                .orElseGet(() -> sample.forReader(actorId))
                .orElseThrow();
    }

    /**
     * Mails it to the administrator's own address.
     *
     * @param start as for {@link #forReader}
     * @throws RefusedException if they have asked for {@value Outbox#MESSAGES_AN_HOUR} within the hour
     */
    @PermittedActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public void sendToReader(long actorId, Optional<PlannedStart> start) {
        if (outbox.isFull(List.of(SecretMailSample.KIND, EnforcementAnnouncement.SAMPLE), actorId)) {
            throw new RefusedException("enforcement.sample.refused", Outbox.MESSAGES_AN_HOUR);
        }
        start.ifPresentOrElse(
                time -> outbox.enqueue(EnforcementAnnouncement.SAMPLE, actorId, time),
                () -> outbox.enqueue(SecretMailSample.KIND, actorId));
        auditTrail.record(AuditAction.SAMPLE_MAIL_REQUESTED, actorId, null, "");
    }
}
