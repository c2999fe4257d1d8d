package dev.latchkey.user.restore;

import dev.latchkey.mail.Outbox;
import dev.latchkey.user.invitation.Invitations;
import dev.latchkey.user.lockout.UnlockLink;
import dev.latchkey.user.password.PasswordMail;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends what users could get in with, besides their password and their second factor, when a backup was taken. */
@Component
@NamedInterface("api")
public class RestoredUsers {

    private final RestoredUserRepository users;
    private final Outbox outbox;
    private final Clock clock;

    RestoredUsers(RestoredUserRepository users, Outbox outbox, Clock clock) {
        this.users = users;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Ends all sessions, and voids all links, approvals and known browsers. Notices that waited when the backup was taken stay: one
     * that arrives twice is better than none.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public VoidedAccess voidAccess() {
        // A step of one would lead to epochs that sessions begun after the backup already have
        var all = users.raiseSessionEpochs(clock.instant().getEpochSecond());
        var browsers = users.forgetKnownBrowsers();
        var links = users.voidLinks();
        users.dropResetRequests();
        users.takeBackApprovals();
        users.dropAddressChanges();
        // Each would make a new link for what somebody wanted then
        Stream.of(Invitations.MAIL, PasswordMail.PASSWORD_RESET, UnlockLink.MAIL)
                .forEach(outbox::withdrawAll);
        return new VoidedAccess(all, browsers, links, users.countInvited());
    }
}
