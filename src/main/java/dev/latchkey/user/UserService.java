package dev.latchkey.user;

import dev.latchkey.common.text.BrowserLanguage;
import dev.latchkey.common.text.Language;
import dev.latchkey.user.access.OnlyThemselves;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedTo;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks users up, for other features and for the user's own profile. */
@Service
public class UserService {

    private final UserRepository users;
    private final Clock clock;

    UserService(UserRepository users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    /** The user with that id, whatever their status; empty after removal. */
    @Transactional(readOnly = true)
    public Optional<User> find(long userId) {
        return users.findById(userId);
    }

    /** The user with that address, whatever their status. */
    @Transactional(readOnly = true)
    public Optional<User> findByEmail(EmailAddress email) {
        return users.findByEmail(email);
    }

    /** The combined permissions of the user's groups. */
    @Transactional(readOnly = true)
    public Set<Permission> permissionsOf(long userId) {
        return users.permissionsOf(userId);
    }

    /** Which of these ids are those of users, whatever their status. */
    @Transactional(readOnly = true)
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    public Set<Long> existing(Collection<Long> userIds) {
        return userIds.isEmpty() ? Set.of() : users.existing(userIds);
    }

    /** The data of the user's own profile. */
    @Transactional(readOnly = true)
    @OnlyThemselves
    public UserProfile profileOf(long userId) {
        var user = users.findById(userId).orElseThrow();
        return new UserProfile(user.name(), user.email(), users.groupNamesOf(userId), user.language(), user.zone());
    }

    /**
     * Stores a password hash made with newer parameters than the one before; the password is the same. If another has been chosen
     * since, that one stays.
     */
    @Transactional
    public void upgradePasswordHash(long userId, String before, String passwordHash) {
        users.replacePasswordHash(userId, before, passwordHash);
    }

    /**
     * Changes the language of the user's pages and mails. Not audited, because it does not affect access.
     *
     * @param language null to use the browser's language
     */
    @Transactional
    @OnlyThemselves
    public void chooseLanguage(long userId, @Nullable Language language) {
        users.setLanguage(userId, language);
    }

    /** Records the time zone of the user's browser, for the times in later mails. Not audited, because it does not affect access. */
    @Transactional
    @OnlyThemselves
    public void recordTimeZone(long userId, ZoneId zone) {
        users.setTimeZone(userId, zone.getId());
    }

    /** Records that the user has just signed in, with a browser that asks for that language. */
    @Transactional
    public void recordSignIn(long userId, BrowserLanguage browser) {
        users.setLastSignIn(userId, clock.instant());
        users.setBrowserLanguage(userId, browser.language(), browser.region());
    }

    /**
     * Records the language for mails to a user whose language is not known yet. Users who have signed in before keep theirs: a
     * stolen password is not enough to change the language of the warning.
     */
    @Transactional
    public void recordFirstLanguage(long userId, BrowserLanguage browser) {
        users.setFirstBrowserLanguage(userId, browser.language(), browser.region());
    }

    /**
     * Ends every session of the user at its next request, as part of the transaction that makes this necessary.
     *
     * @return the epoch that the user's sessions need from now on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long endSessions(long userId) {
        return users.advanceSessionEpoch(userId);
    }
}
