package dev.latchkey.ui.audittrail;

import com.vaadin.flow.component.Component;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.component.Isolated;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.ui.UserLink;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Actors and targets: a link to the page of a user who is still there, if the reader may open it. */
class PeopleLinks {

    private final UserService users;
    private final boolean allowed;
    private final Set<Long> existing = new HashSet<>();

    PeopleLinks(UserService users, CurrentSession session) {
        this.users = users;
        this.allowed = session.may(Permission.MANAGE_USERS_AND_GROUPS);
    }

    /** Looks up, at once, who of these entries is still there. */
    List<AuditEntry> lookUp(List<AuditEntry> page) {
        if (allowed) {
            var ids = page.stream()
                    .flatMap(entry -> Stream.of(entry.actorId(), entry.subjectId()))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            existing.removeAll(ids);
            existing.addAll(users.existing(ids));
        }
        return page;
    }

    Component actor(AuditEntry entry) {
        return link(entry.actorId(), entry.actor());
    }

    Component target(AuditEntry entry) {
        return link(entry.subjectId(), entry.subject());
    }

    private Component link(@Nullable Long userId, String name) {
        return userId != null && !name.isEmpty() && existing.contains(userId)
                ? new UserLink(userId, name)
                : new Isolated(name);
    }
}
