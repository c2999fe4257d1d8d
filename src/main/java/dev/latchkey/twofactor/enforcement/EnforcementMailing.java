package dev.latchkey.twofactor.enforcement;

import dev.latchkey.account.Account;
import dev.latchkey.mail.Outbox;
import dev.latchkey.twofactor.secret.EnforcementVersion;
import dev.latchkey.twofactor.secret.SecretMail;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts the mails of an enforcement into the outbox, whomever it is for. */
@Component
public class EnforcementMailing {

    private final Outbox outbox;

    EnforcementMailing(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Mails a secret to users who need a code from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void mailSecrets(Account account, Collection<Long> recipients) {
        outbox.withdraw(EnforcementAnnouncement.KIND, recipients);
        mailSecrets(new EnforcementVersion(account.enforcementVersion()), recipients);
    }

    /** Mails the start to users who will need a code from a later time on, instead of one that waits to be sent. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(Account account, Collection<Long> recipients) {
        outbox.withdraw(EnforcementAnnouncement.KIND, recipients);
        announce(new EnforcementVersion(account.enforcementVersion()), recipients);
    }

    /** Mails a secret to one user who needs a code from now on, three times an hour at most. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void mailSecret(Account account, long recipient) {
        outbox.replace(SecretMail.SECRET_ENFORCED, recipient, new EnforcementVersion(account.enforcementVersion()));
    }

    /** Mails the start to one user who will need a code from a later time on, three times an hour at most. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(Account account, long recipient) {
        outbox.replace(EnforcementAnnouncement.KIND, recipient, new EnforcementVersion(account.enforcementVersion()));
    }

    /** Mails a secret to everyone who has none, instead of whatever waits to be sent. */
    void mailSecretsAnew(EnforcementVersion version, Collection<Long> recipients) {
        withdrawAll();
        mailSecrets(version, recipients);
    }

    /** Mails the start to everyone who has no secret, instead of other announcements that wait to be sent. */
    void announceAnew(EnforcementVersion version, Collection<Long> recipients) {
        withdrawAnnouncements();
        announce(version, recipients);
    }

    /** Withdraws what waits to be sent. */
    void withdrawAll() {
        outbox.withdrawAll(SecretMail.SECRET_ENFORCED);
        withdrawAnnouncements();
    }

    /** Withdraws the announcements that wait to be sent. */
    void withdrawAnnouncements() {
        outbox.withdrawAll(EnforcementAnnouncement.KIND);
    }

    private void mailSecrets(EnforcementVersion version, Collection<Long> recipients) {
        outbox.enqueueForAll(SecretMail.SECRET_ENFORCED, recipients, version);
    }

    private void announce(EnforcementVersion version, Collection<Long> recipients) {
        outbox.enqueueForAll(EnforcementAnnouncement.KIND, recipients, version);
    }
}
