package dev.latchkey.user;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks users up, for the features that stand on them and for the user's own profile. */
@Service
public class UserService {

    private final UserRepository users;
    private final Clock clock;

    UserService(UserRepository users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    /** The user of that id, whatever their status; empty once removed. */
    @Transactional(readOnly = true)
    public Optional<User> find(long userId) {
        return users.findById(userId);
    }

    /** The user of that address, whatever their status. */
    @Transactional(readOnly = true)
    public Optional<User> findByEmail(EmailAddress email) {
        return users.findByEmail(email);
    }

    /** What the user's groups permit, added up. */
    @Transactional(readOnly = true)
    public Set<Permission> permissionsOf(long userId) {
        return users.permissionsOf(userId);
    }

    /** What the user's own profile shows. */
    @Transactional(readOnly = true)
    @OnlyThemselves
    public UserProfile profileOf(long userId) {
        var user = users.findById(userId).orElseThrow();
        return new UserProfile(user.name(), user.email(), users.groupNamesOf(userId));
    }

    /** Stores a password hash made with newer parameters than the one before; the password is the same. */
    @Transactional
    public void upgradePasswordHash(long userId, String passwordHash) {
        users.setPasswordHash(userId, passwordHash);
    }

    /** Notes that the user has just signed in. */
    @Transactional
    public void recordSignIn(long userId) {
        users.setLastSignIn(userId, clock.instant());
    }

    /**
     * Ends every session of the user at its next request, as part of the transaction of what made that necessary.
     *
     * @return the epoch under which the user's sessions are accepted from now on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long endSessions(long userId) {
        return users.advanceSessionEpoch(userId);
    }
}
