package dev.latchkey.twofactor.directory;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.mail.delivery.Deliveries;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedActor;
import dev.latchkey.user.access.PermittedTo;
import dev.latchkey.user.password.reset.SingleMailboxRule;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads users for a file. Who is in it is decided once, so that changes meanwhile leave nobody out and put nobody in twice; the rest
 * is read a page at a time.
 */
@Service
@NamedInterface("api")
public class MemberExport {

    private final MemberRepository members;
    private final Deliveries deliveries;
    private final SingleMailboxRule mailbox;
    private final AuditTrail auditTrail;
    private final Clock clock;

    MemberExport(
            MemberRepository members,
            Deliveries deliveries,
            SingleMailboxRule mailbox,
            AuditTrail auditTrail,
            Clock clock) {
        this.members = members;
        this.deliveries = deliveries;
        this.mailbox = mailbox;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** Records that somebody exports everybody who matches, and returns their ids, in the order of their names. */
    @PermittedActor(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public List<Long> begin(long actorId, MemberFilter filter) {
        return recorded(actorId, ids(filter));
    }

    /** The same for chosen users, without those who are gone. */
    @PermittedActor(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public List<Long> begin(long actorId, Collection<Long> chosen) {
        var wanted = new HashSet<>(chosen);
        return recorded(
                actorId, ids(MemberFilter.ALL).stream().filter(wanted::contains).toList());
    }

    /** The users with these ids, one at least, in the order of their names, without those who are gone. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public List<Member> page(Collection<Long> ids) {
        var now = clock.instant();
        return members.withIds(ids, now, now.minus(mailbox.window()));
    }

    private List<Long> ids(MemberFilter filter) {
        var reach = filter.reach();
        var refused = reach != null && reach.asksForRefusedMail() ? deliveries.refusedRecipients() : Set.<Long>of();
        return members.ids(filter, refused, clock.instant());
    }

    private List<Long> recorded(long actorId, List<Long> ids) {
        auditTrail.record(AuditAction.USERS_EXPORTED, actorId, null, "", String.valueOf(ids.size()));
        return ids;
    }
}
