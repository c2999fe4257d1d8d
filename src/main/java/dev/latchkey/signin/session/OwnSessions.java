package dev.latchkey.signin.session;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.OnlyThemselves;
import java.util.List;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A user's own sessions; an ended one closes at its next request. */
@Service
@NamedInterface("api")
public class OwnSessions {

    private final SessionRegistry registry;
    private final UserSessionRepository sessions;
    private final UserService users;
    private final AuditTrail auditTrail;

    OwnSessions(SessionRegistry registry, UserSessionRepository sessions, UserService users, AuditTrail auditTrail) {
        this.registry = registry;
        this.sessions = sessions;
        this.users = users;
        this.auditTrail = auditTrail;
    }

    /** The current one first, then the most recently seen; at most {@value UserSession#LISTED}. */
    @OnlyThemselves
    @Transactional(readOnly = true)
    public List<UserSession> of(long userId) {
        return registry.of(userId);
    }

    /** Ends one; does nothing if it has already ended. */
    @OnlyThemselves
    @Transactional
    public void end(long userId, long sessionId) {
        sessions.delete(userId, sessionId)
                .ifPresent(ended ->
                        auditTrail.record(AuditAction.SESSION_ENDED, userId, userId, emailOf(userId), ended.text()));
    }

    /**
     * Ends all, including half-finished sign-ins.
     *
     * @return the epoch with which the current session must continue, so that only it does
     */
    @OnlyThemselves
    @Transactional
    public long endOthers(long userId) {
        var epoch = users.endSessions(userId);
        auditTrail.record(AuditAction.SESSIONS_ENDED, userId, userId, emailOf(userId));
        return epoch;
    }

    private String emailOf(long userId) {
        return users.find(userId).map(User::email).orElse("");
    }
}
