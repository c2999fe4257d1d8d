package dev.latchkey.signin.session;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedTo;
import dev.latchkey.user.access.SteppedUpOver;
import java.util.List;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Other users' sessions, for administrators; an ended one closes at its next request. */
@Service
@NamedInterface("api")
public class SessionAdministration {

    private final SessionRegistry registry;
    private final UserSessionRepository sessions;
    private final UserService users;
    private final AuditTrail auditTrail;

    SessionAdministration(
            SessionRegistry registry, UserSessionRepository sessions, UserService users, AuditTrail auditTrail) {
        this.registry = registry;
        this.sessions = sessions;
        this.users = users;
        this.auditTrail = auditTrail;
    }

    /** The user's sessions, most recently seen first; at most {@value UserSession#LISTED}. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public List<UserSession> of(long userId) {
        return registry.of(userId);
    }

    /** Ends one session of the user; does nothing if it has already ended. */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void end(long actorId, long userId, long sessionId) {
        sessions.delete(userId, sessionId)
                .ifPresent(ended ->
                        auditTrail.record(AuditAction.SESSION_ENDED, actorId, userId, emailOf(userId), ended.text()));
    }

    /**
     * Ends all sessions of the user, including half-finished sign-ins.
     *
     * @throws RefusedException if the user has been removed
     */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void endAll(long actorId, long userId) {
        var email = emailOf(userId);
        users.endSessions(userId);
        auditTrail.record(AuditAction.SESSIONS_ENDED, actorId, userId, email);
    }

    private String emailOf(long userId) {
        return users.find(userId).map(User::email).orElseThrow(() -> new RefusedException("access.refused.user-gone"));
    }
}
