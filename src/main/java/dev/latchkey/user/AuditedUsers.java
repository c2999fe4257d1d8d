package dev.latchkey.user;

import dev.latchkey.audit.Actors;
import org.springframework.stereotype.Component;

/** Names users by their email address for the audit trail. */
@Component
class AuditedUsers implements Actors {

    private final UserRepository users;

    AuditedUsers(UserRepository users) {
        this.users = users;
    }

    @Override
    public String emailOf(long actorId) {
        return users.emailOf(actorId).orElse("");
    }
}
