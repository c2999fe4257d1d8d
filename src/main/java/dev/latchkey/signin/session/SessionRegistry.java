package dev.latchkey.signin.session;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.shared.ApplicationConstants;
import dev.latchkey.common.BoundedBatches;
import dev.latchkey.common.client.Device;
import dev.latchkey.signin.SignInProperties;
import dev.latchkey.signin.SignedInUser;
import dev.latchkey.twofactor.enrolment.FirstCodeGiven;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The registry of sessions, in the database: a session with a complete sign-in lasts as long as it is registered, and can be removed on any node. */
@Component
public class SessionRegistry {

    /** How long the code step waits for its code after the password. */
    static final Duration HALF_SIGNED_IN_LIFE = Duration.ofMinutes(5);

    /** How precisely the last use of a session is stored, so that not every request writes. */
    static final Duration PRECISION = Duration.ofMinutes(1);

    private static final String HEARTBEAT = RequestType.HEARTBEAT.getIdentifier();

    private final UserSessionRepository sessions;
    private final SignInProperties properties;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SessionRegistry(UserSessionRepository sessions, SignInProperties properties, Clock clock) {
        this.sessions = sessions;
        this.properties = properties;
        this.clock = clock;
    }

    /** Registers the session of the request, once. */
    @Transactional
    public void enter(HttpServletRequest request, SignedInUser user) {
        var key = SessionKey.draw(random);
        var device = Device.of(request.getHeader("User-Agent"));
        sessions.insert(key, user, device, request.getRemoteAddr(), clock.instant());
        SessionKey.put(request.getSession(), key);
    }

    /**
     * The user's current address, if the session of the request may continue; empty if it may not. Queries the database with every
     * request.
     */
    public Optional<String> addressIfHeld(HttpServletRequest request, SignedInUser user) {
        var now = clock.instant();
        var key = SessionKey.of(request);
        var standing = sessions.standingOf(user.getUserId(), key.orElse(null))
                .filter(UserSessionRepository.Standing::userActive)
                .filter(current -> current.sessionEpoch() == user.getSessionEpoch());
        return standing.filter(current -> isHeld(request, user, current, key, now))
                .map(UserSessionRepository.Standing::email);
    }

    private boolean isHeld(
            HttpServletRequest request,
            SignedInUser user,
            UserSessionRepository.Standing standing,
            Optional<String> key,
            Instant now) {
        if (!now.isBefore(user.signedInAt().plus(user.isComplete() ? properties.sessionLife() : HALF_SIGNED_IN_LIFE))) {
            return false;
        }
        if (!user.isComplete()) {
            return true;
        }
        return key.isPresent() && isInUse(request, key.get(), Optional.ofNullable(standing.lastSeenAt()), now);
    }

    private boolean isInUse(HttpServletRequest request, String key, Optional<Instant> lastSeenAt, Instant now) {
        if (lastSeenAt.filter(seenAfter(now)::isBefore).isEmpty()) {
            return false;
        }
        var seenSince = now.minus(PRECISION);
        // An open page sends its heartbeat even if nobody uses it
        if (!lastSeenAt.get().isAfter(seenSince)
                && !HEARTBEAT.equals(request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER))) {
            sessions.touch(key, request.getRemoteAddr(), now, seenSince);
        }
        return true;
    }

    /** Continues the session of the request with the user's new epoch. */
    void continueUnder(HttpServletRequest request, long sessionEpoch) {
        SessionKey.of(request).ifPresent(key -> sessions.setEpoch(key, sessionEpoch));
    }

    /** Removes a session that the server has ended. */
    void remove(HttpSession session) {
        SessionKey.of(session).ifPresent(sessions::delete);
    }

    /** Complete sessions of the user end, because they gave no code; the sign-in that gave the first one is not complete yet. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void endAllThatGaveNoCode(FirstCodeGiven given) {
        sessions.deleteAllOf(given.userId());
    }

    /** The user's active sessions: the current one first, then the most recently seen. */
    List<UserSession> of(long userId) {
        var now = clock.instant();
        return sessions.live(
                userId, SessionKey.current().orElse(null), startedAfter(now), seenAfter(now), UserSession.LISTED);
    }

    /** How many sessions are open now. */
    int countOpen() {
        var now = clock.instant();
        return sessions.countLive(startedAfter(now), seenAfter(now));
    }

    /** Deletes sessions that ended or expired. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    public void deleteExpired() {
        var now = clock.instant();
        BoundedBatches.repeat(most -> sessions.deleteEnded(startedAfter(now), seenAfter(now), most));
    }

    private Instant startedAfter(Instant now) {
        return now.minus(properties.sessionLife());
    }

    private Instant seenAfter(Instant now) {
        return now.minus(properties.sessionIdleLife());
    }
}
