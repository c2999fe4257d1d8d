package dev.latchkey.user.lockout;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.AllOrNothing;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.Outbox;
import dev.latchkey.user.User;
import dev.latchkey.user.UserName;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.link.LinkPurpose;
import dev.latchkey.user.link.OneTimeLinks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A mailed link for a user whose login an administrator has unlocked: wrong passwords in the browser in which it is used are
 * counted separately for a while. It is not a factor, signs nobody in and does not change the user.
 */
@Service
@NamedInterface("api")
public class UnlockLink {

    /** The message; about when the user was unlocked. */
    public static final MailKind<Instant> MAIL = MailKind.ofMoment("UNLOCK_LINK");

    /** How long a link is valid. */
    public static final Duration LIFE = Duration.ofDays(1);

    private final OneTimeLinks links;
    private final UserRepository users;
    private final Outbox outbox;
    private final AuditTrail auditTrail;
    private final AllOrNothing allOrNothing;
    private final Clock clock;

    UnlockLink(
            OneTimeLinks links,
            UserRepository users,
            Outbox outbox,
            AuditTrail auditTrail,
            AllOrNothing allOrNothing,
            Clock clock) {
        this.links = links;
        this.users = users;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
        this.allOrNothing = allOrNothing;
        this.clock = clock;
    }

    /** Mails an active user a link, as part of the transaction that unlocks them; earlier ones are void. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void mail(User user) {
        links.revoke(LinkPurpose.UNLOCK, user.id());
        if (user.isActive()) {
            outbox.replace(MAIL, user.id(), clock.instant());
        }
    }

    /** The link's user, without using it. Empty if it has been used or has expired. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<UserName> openTo(String token) {
        return links.userOf(LinkPurpose.UNLOCK, token)
                .flatMap(users::findById)
                .filter(User::isActive)
                .map(user -> new UserName(user.id(), user.name(), user.email()));
    }

    /** Uses the link and returns its user; empty if it has been used or has expired. */
    @PreAuthorize("permitAll()")
    public Optional<UserName> use(String token) {
        return openTo(token).filter(user -> allOrNothing.happens(() -> redeem(token, user)));
    }

    private boolean redeem(String token, UserName user) {
        if (!links.redeem(LinkPurpose.UNLOCK, token)) {
            return false;
        }
        auditTrail.record(AuditAction.UNLOCK_LINK_USED, null, user.id(), user.email());
        return true;
    }
}
