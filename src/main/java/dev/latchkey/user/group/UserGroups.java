package dev.latchkey.user.group;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.common.StaleVersionException;
import dev.latchkey.common.Versioned;
import dev.latchkey.common.text.Description;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedOverGroup;
import dev.latchkey.user.access.PermittedTo;
import dev.latchkey.user.access.SteppedUpActor;
import dev.latchkey.user.access.SteppedUpOverGroup;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** User groups: their names and permissions. */
@Service
@NamedInterface("api")
public class UserGroups {

    private final UserGroupRepository groups;
    private final GroupNames names;
    private final GroupMembership membership;
    private final AuditTrail auditTrail;

    UserGroups(UserGroupRepository groups, GroupNames names, GroupMembership membership, AuditTrail auditTrail) {
        this.groups = groups;
        this.names = names;
        this.membership = membership;
        this.auditTrail = auditTrail;
    }

    /** All groups, Account Administrator first. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public List<UserGroupSummary> all() {
        var owed = membership.codesOwed();
        return groups.summaries().stream()
                .map(group -> group.owing(owed.get(group.id())))
                .toList();
    }

    /**
     * Creates a group without members.
     *
     * @throws RefusedException if the name is invalid, is taken or looks like one that is, or the actor lacks one of the
     *     permissions
     */
    @SteppedUpActor(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void create(long actorId, UserGroupEdit typed) {
        var wanted = inItsForm(null, typed);
        membership.requireToHave(actorId, wanted.permissions());
        try {
            groups.save(UserGroup.of(wanted));
        } catch (DuplicateKeyException e) {
            throw new RefusedException("groups.refused.name-taken", wanted.name());
        }
        auditTrail.record(AuditAction.GROUP_CREATED, actorId, null, wanted.name(), names(wanted.permissions()));
    }

    /**
     * The current editable data of a group.
     *
     * @throws RefusedException if it has been deleted
     */
    @PermittedOverGroup(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public Versioned<UserGroupEdit> toEdit(long groupId) {
        var group = groups.findById(groupId).orElseThrow(UserGroup::gone);
        return new Versioned<>(versionOf(group), group.toEdit());
    }

    /**
     * Changes a group's name, description and permissions; of Account Administrator only the description.
     *
     * @throws StaleVersionException if that is no longer the version of the group
     * @throws RefusedException as for {@link #create}
     */
    @SteppedUpOverGroup(Permission.MANAGE_USERS_AND_GROUPS)
    @RetryOnConcurrencyFailure
    @Transactional
    public void change(long actorId, long groupId, Versioned<UserGroupEdit> wanted) {
        var group = groups.findById(groupId).orElseThrow(UserGroup::gone);
        var edit = inItsForm(group, wanted.value());
        if (versionOf(group) != wanted.version()) {
            throw new StaleVersionException();
        }
        if (!group.name().equals(edit.name())) {
            membership.requireReleasable(actorId, groupId);
        }
        var changed = group.changedTo(edit);
        membership.requireToHave(actorId, group.permissionsAddedBy(edit));
        try {
            groups.save(changed);
        } catch (DuplicateKeyException e) {
            throw new RefusedException("groups.refused.name-taken", edit.name());
        } catch (OptimisticLockingFailureException e) {
            throw new StaleVersionException();
        }
        auditTrail.record(AuditAction.GROUP_CHANGED, actorId, null, edit.name(), names(edit.permissions()));
    }

    /**
     * Deletes a group; its members stay.
     *
     * @param version of the group that the actor saw
     * @param members how many the actor saw
     * @throws RefusedException for Account Administrator, if it has changed since the actor saw it, or the actor may not release anybody
     *     from what the group brings
     */
    @SteppedUpOverGroup(Permission.MANAGE_USERS_AND_GROUPS)
    @RetryOnConcurrencyFailure
    @Transactional
    public void delete(long actorId, long groupId, long version, int members) {
        var group = groups.findById(groupId).orElseThrow(UserGroup::gone);
        group.requireDeletable();
        if (!membership.dissolve(actorId, groupId, version, members)) {
            throw new RefusedException("groups.refused.changed");
        }
        auditTrail.record(AuditAction.GROUP_DELETED, actorId, null, group.name());
    }

    private static long versionOf(UserGroup stored) {
        return Objects.requireNonNull(stored.version());
    }

    private UserGroupEdit inItsForm(@Nullable UserGroup group, UserGroupEdit typed) {
        return new UserGroupEdit(
                names.claim(group, typed.name()),
                Description.require(typed.description(), UserGroup.DESCRIPTION_LENGTH),
                typed.permissions());
    }

    private static String names(Set<Permission> permissions) {
        return permissions.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
    }
}
