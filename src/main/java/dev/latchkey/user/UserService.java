package dev.latchkey.user;

import dev.latchkey.common.text.Language;
import dev.latchkey.user.access.OnlyThemselves;
import dev.latchkey.user.access.Permission;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
        return new UserProfile(user.name(), user.email(), users.groupNamesOf(userId), user.language());
    }

    /**
     * Stores a password hash made with newer parameters than the one before; the password is the same. Where another has been
     * chosen meanwhile, that one stands.
     */
    @Transactional
    public void upgradePasswordHash(long userId, String before, String passwordHash) {
        users.replacePasswordHash(userId, before, passwordHash);
    }

    /**
     * Changes the language of the user's pages and mails. No line in the audit trail: it opens nothing and closes nothing.
     *
     * @param language null where the user's browser is to say it
     */
    @Transactional
    @OnlyThemselves
    public void chooseLanguage(long userId, @Nullable Language language) {
        users.setLanguage(userId, language);
    }

    /** Notes that the user has just signed in, with a browser that asks for that language. */
    @Transactional
    public void recordSignIn(long userId, Language browserLanguage) {
        users.setLastSignIn(userId, clock.instant());
        users.setBrowserLanguage(userId, browserLanguage);
    }

    /**
     * Notes what language to write in to a user of whom nothing is known yet. Whoever has signed in before keeps theirs: with
     * a stolen password alone, nobody changes the language of the warning.
     */
    @Transactional
    public void recordFirstLanguage(long userId, Language browserLanguage) {
        users.setFirstBrowserLanguage(userId, browserLanguage);
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
