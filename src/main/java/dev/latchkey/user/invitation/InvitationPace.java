package dev.latchkey.user.invitation;

import dev.latchkey.common.RefusedException;
import dev.latchkey.common.Sha256;
import dev.latchkey.mail.Outbox;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.User;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Limits the invitations to one address: {@value Outbox#MESSAGES_AN_HOUR} within an hour, even if it is removed and invited again
 * in between. Mails that the mail server has not accepted do not count.
 */
@Component
public class InvitationPace {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final WithdrawnInvitationRepository withdrawn;
    private final Outbox outbox;
    private final Clock clock;

    InvitationPace(WithdrawnInvitationRepository withdrawn, Outbox outbox, Clock clock) {
        this.withdrawn = withdrawn;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Checks that one more is allowed.
     *
     * @param sent how many its current user has got within the hour
     * @throws RefusedException if it is not
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireRoom(EmailAddress email, int sent) {
        var before =
                withdrawn.sentSince(Sha256.of(email.value()), clock.instant().minus(WINDOW));
        if (before + sent >= Outbox.MESSAGES_AN_HOUR) {
            throw new RefusedException("access.refused.too-many-invitations", Outbox.MESSAGES_AN_HOUR);
        }
    }

    /** Remembers the invitations of an invited user who is about to be removed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remember(User user) {
        var now = clock.instant();
        withdrawn.deleteUntil(now.minus(WINDOW));
        var sent = outbox.sentWithinAnHour(Invitations.MAIL, user.id());
        if (sent > 0) {
            withdrawn.save(new WithdrawnInvitation(null, Sha256.of(user.email()), sent, now));
        }
    }
}
