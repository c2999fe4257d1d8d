package dev.latchkey.user.password;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.MailKind.Nothing;
import dev.latchkey.mail.Outbox;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.User;
import dev.latchkey.user.browser.KnownBrowsers;
import dev.latchkey.user.link.LinkPurpose;
import dev.latchkey.user.link.OneTimeLinks;
import dev.latchkey.user.lockout.PasswordAttempts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The side effects of every new password, in the transaction that stores it. */
@Component
public class PasswordReplacement {

    private final OneTimeLinks links;
    private final PasswordAttempts attempts;
    private final KnownBrowsers browsers;
    private final Outbox outbox;
    private final AuditTrail auditTrail;

    PasswordReplacement(
            OneTimeLinks links,
            PasswordAttempts attempts,
            KnownBrowsers browsers,
            Outbox outbox,
            AuditTrail auditTrail) {
        this.links = links;
        this.attempts = attempts;
        this.browsers = browsers;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
    }

    /**
     * Voids pending links, resets the wrong attempts at the previous password and the known browsers, writes the audit entry and
     * notifies the user.
     *
     * @param actorId null for somebody with a link
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void conclude(User user, @Nullable Long actorId, AuditAction action, MailKind<Nothing> notice) {
        withdrawLinks(user.id());
        attempts.forget(new EmailAddress(user.email()));
        browsers.forgetAll(user.id());
        auditTrail.record(action, actorId, user.id(), user.email());
        outbox.tell(notice, user.id());
    }

    /** Voids every password link that has been or is about to be sent. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawLinks(long userId) {
        links.revoke(LinkPurpose.PASSWORD_RESET, userId);
        outbox.withdraw(PasswordMail.PASSWORD_RESET, userId);
    }
}
