package dev.latchkey.user.browser;

import dev.latchkey.common.BoundedBatches;
import dev.latchkey.user.EmailAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The browsers in which users have completed a login (device cookies, OWASP). Wrong passwords typed in one are counted there, so
 * that an attacker's guesses never lock a user out of their own browser. A known browser is not a factor and skips none.
 */
@Component
@NamedInterface("api")
public class KnownBrowsers {

    /** How long a browser stays known after the last complete login in it. */
    public static final Duration LIFE = Duration.ofDays(180);

    /** How long a browser in which a mailed link was used is known, without a login. */
    public static final Duration LIFE_BY_LINK = Duration.ofMinutes(15);

    /** Wrong passwords in a row that end its standing until the next complete login. */
    static final int MOST_WRONG_IN_A_ROW = 10;

    /** Wrong passwords in all browsers of a user together, after which none of them has any standing. */
    static final int MOST_WRONG_TOGETHER = 30;

    /** For how many users one browser can be known. */
    static final int MOST_USERS = 5;

    /** How many browsers of one user can be known, those with the latest logins. */
    static final int MOST_BROWSERS = 50;

    private final KnownBrowserRepository browsers;
    private final Clock clock;

    KnownBrowsers(KnownBrowserRepository browsers, Clock clock) {
        this.browsers = browsers;
        this.clock = clock;
    }

    /** The id of the browser with that token, if the user with that address is known in it; the same work either way. */
    @Transactional(readOnly = true)
    public Optional<Long> find(byte[] tokenHash, EmailAddress email) {
        return browsers.find(tokenHash, email, clock.instant(), MOST_WRONG_IN_A_ROW, MOST_WRONG_TOGETHER);
    }

    /** Counts a password that is about to be checked; false if the browser has lost its standing. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean take(long id) {
        return browsers.raise(id, MOST_WRONG_IN_A_ROW);
    }

    /** Takes back an attempt that was not checked after all. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void giveBack(long id) {
        browsers.lower(id);
    }

    /** Resets the wrong passwords after a correct one. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void forgive(long id) {
        browsers.reset(id);
    }

    /**
     * Makes the browser known for that long from now.
     *
     * @return whether it was not known before
     */
    @Transactional
    public boolean remember(
            byte[] tokenHash, long userId, String browser, String operatingSystem, String address, Duration life) {
        var now = clock.instant();
        var isNew = browsers.save(tokenHash, userId, browser, operatingSystem, address, now, now.plus(life));
        browsers.deleteBeyond(tokenHash, MOST_USERS);
        if (isNew) {
            browsers.deleteBeyond(userId, MOST_BROWSERS);
        }
        return isNew;
    }

    /** The user's known browsers, most recently used first. */
    @Transactional(readOnly = true)
    public List<KnownBrowser> of(long userId) {
        return browsers.of(userId, clock.instant());
    }

    /** Resets the wrong passwords in all of the user's browsers, and deletes those that have lost their standing, at an administrator's request. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void startOver(long userId) {
        browsers.deleteFallen(userId, MOST_WRONG_IN_A_ROW);
        browsers.resetAllOf(userId);
    }

    /** Deletes one of the user's browsers; returns it, or empty if it does not exist any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<KnownBrowser> forget(long userId, long id) {
        return browsers.delete(userId, id);
    }

    /** Deletes all of the user's browsers, as part of a change that invalidates earlier logins. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetAll(long userId) {
        browsers.deleteAllOf(userId);
    }

    /** Deletes the browsers that have not been used for too long. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    public void deleteExpired() {
        var now = clock.instant();
        BoundedBatches.repeat(most -> browsers.deleteExpired(now, most));
    }
}
