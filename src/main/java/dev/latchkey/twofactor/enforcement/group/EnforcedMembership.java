package dev.latchkey.twofactor.enforcement.group;

import dev.latchkey.account.AccountService;
import dev.latchkey.twofactor.enforcement.EnforcementLift;
import dev.latchkey.twofactor.enforcement.EnforcementMailing;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.group.CodeObligation;
import dev.latchkey.user.group.GroupObligation;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What becomes of users who join or leave a group whose members need a code, now or from a later time on. */
@Component
class EnforcedMembership implements GroupObligation {

    private final EnforcedGroupRepository groups;
    private final AccountService accounts;
    private final EnrolmentRepository enrolments;
    private final UserService users;
    private final EnforcementMailing mailing;
    private final EnforcementLift lift;
    private final Clock clock;

    EnforcedMembership(
            EnforcedGroupRepository groups,
            AccountService accounts,
            EnrolmentRepository enrolments,
            UserService users,
            EnforcementMailing mailing,
            EnforcementLift lift,
            Clock clock) {
        this.groups = groups;
        this.accounts = accounts;
        this.enrolments = enrolments;
        this.users = users;
        this.mailing = mailing;
        this.lift = lift;
        this.clock = clock;
    }

    @Override
    public Map<Long, CodeObligation> byGroup() {
        var now = clock.instant();
        return groups.all().stream()
                .collect(Collectors.toMap(
                        EnforcedGroup::id, group -> new CodeObligation(group.since(), group.isEnforcedAt(now))));
    }

    // Otherwise somebody who manages users alone could undo for anybody, themselves included, what only Manage Account
    // may decide
    @Override
    public boolean isReleasableBy(long actorId, long groupId) {
        return !groups.contains(groupId) || users.permissionsOf(actorId).contains(Permission.MANAGE_ACCOUNT);
    }

    @Override
    public void joined(long groupId, long userId) {
        var now = clock.instant();
        if (!groups.contains(groupId)
                || groups.isCoveredWithout(userId, groupId, now)
                || enrolments.find(userId).isProven()
                || users.find(userId).filter(User::isActive).isEmpty()) {
            return;
        }
        if (groups.isInForce(groupId, now)) {
            mailing.mailSecret(accounts.current(), userId);
        } else {
            mailing.announce(accounts.current(), userId);
        }
    }

    @Override
    public void left(long groupId, long userId) {
        if (groups.contains(groupId)) {
            lift.destroyUnwanted(userId);
        }
    }

    @Override
    public void dissolved() {
        lift.destroyUnwanted();
    }
}
