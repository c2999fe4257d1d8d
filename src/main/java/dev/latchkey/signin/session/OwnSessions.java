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

/** A user's own sessions; what is ended closes at its next request. */
@Service
@NamedInterface("api")
public class OwnSessions {

    private final SessionRegistry register;
    private final UserSessionRepository sessions;
    private final UserService users;
    private final AuditTrail auditTrail;

    OwnSessions(SessionRegistry register, UserSessionRepository sessions, UserService users, AuditTrail auditTrail) {
        this.register = register;
        this.sessions = sessions;
        this.users = users;
        this.auditTrail = auditTrail;
    }

    /** The one that asks first, then those seen last; {@value UserSession#LISTED} at most. */
    @OnlyThemselves
    @Transactional(readOnly = true)
    public List<UserSession> of(long userId) {
        return register.of(userId);
    }

    /** Ends one; does nothing where it has ended already. */
    @OnlyThemselves
    @Transactional
    public void end(long userId, long sessionId) {
        sessions.delete(userId, sessionId)
                .ifPresent(ended ->
                        auditTrail.record(AuditAction.SESSION_ENDED, userId, userId, emailOf(userId), ended.text()));
    }

    /**
     * Ends all, and half-finished sign-ins too.
     *
     * @return the epoch under which the session that asks has to go on, so that it alone does
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
