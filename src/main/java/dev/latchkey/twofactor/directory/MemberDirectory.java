package dev.latchkey.twofactor.directory;

import dev.latchkey.mail.delivery.Deliveries;
import dev.latchkey.mail.delivery.Delivery;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedTo;
import dev.latchkey.user.password.reset.SingleMailboxRule;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists users with everything that administrators want to know about them, a page at a time. */
@Service
@NamedInterface("api")
public class MemberDirectory {

    private final MemberRepository members;
    private final Deliveries deliveries;
    private final SingleMailboxRule mailbox;
    private final Clock clock;

    MemberDirectory(MemberRepository members, Deliveries deliveries, SingleMailboxRule mailbox, Clock clock) {
        this.members = members;
        this.deliveries = deliveries;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    /** The matching users, from offset on. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public List<Member> page(MemberFilter filter, MemberOrder order, boolean descending, int offset, int limit) {
        var now = clock.instant();
        return members.page(
                filter, refused(filter), order, descending, now, now.minus(mailbox.window()), offset, limit);
    }

    /** The user with that id; empty if there is none. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public Optional<Member> find(long userId) {
        var now = clock.instant();
        return members.find(userId, now, now.minus(mailbox.window()));
    }

    /** The latest mail to each of these users; without those who have had none. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public Map<Long, Delivery> latestMailsTo(Collection<Long> userIds) {
        return deliveries.latestTo(userIds);
    }

    /** How many users match in all. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public int count(MemberFilter filter) {
        return members.count(filter, refused(filter), clock.instant());
    }

    /** The ids of all matching users, in the order of their names. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public List<Long> ids(MemberFilter filter) {
        return members.ids(filter, refused(filter), clock.instant());
    }

    private Collection<Long> refused(MemberFilter filter) {
        var reach = filter.reach();
        return reach != null && reach.asksForRefusedMail() ? deliveries.refusedRecipients() : Set.of();
    }
}
