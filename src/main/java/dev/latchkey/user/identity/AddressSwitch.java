package dev.latchkey.user.identity;

import dev.latchkey.mail.Outbox;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.link.LinkPurpose;
import dev.latchkey.user.link.OneTimeLinks;
import dev.latchkey.user.lockout.PasswordAttempts;
import dev.latchkey.user.lockout.UnlockLink;
import dev.latchkey.user.password.reset.PasswordResetHold;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts another address in the place of a user's, and takes along or ends what belongs to the old one. */
@Component
class AddressSwitch {

    private final AddressChangeRepository changes;
    private final PasswordAttempts attempts;
    private final PasswordResetHold hold;
    private final OneTimeLinks links;
    private final Outbox outbox;

    AddressSwitch(
            AddressChangeRepository changes,
            PasswordAttempts attempts,
            PasswordResetHold hold,
            OneTimeLinks links,
            Outbox outbox) {
        this.changes = changes;
        this.attempts = attempts;
        this.hold = hold;
        this.links = links;
        this.outbox = outbox;
    }

    /**
     * Makes the change; sessions and known browsers stay. What was mailed to the old mailbox no longer counts.
     *
     * @return false if the user no longer has the first address
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean change(long userId, EmailAddress before, EmailAddress after) {
        if (!changes.setEmail(userId, before, after)) {
            return false;
        }
        attempts.move(before, after);
        links.revoke(LinkPurpose.UNLOCK, userId);
        outbox.withdraw(UnlockLink.MAIL, userId);
        hold.voidMailed(userId);
        return true;
    }
}
