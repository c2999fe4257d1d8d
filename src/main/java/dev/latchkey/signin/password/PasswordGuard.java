package dev.latchkey.signin.password;

import dev.latchkey.signin.network.ClientNetwork;
import dev.latchkey.signin.network.ClientRateLimiter;
import dev.latchkey.signin.network.ClientRateLimiter.Crowd;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.browser.KnownBrowsers;
import dev.latchkey.user.lockout.PasswordAttempts;
import dev.latchkey.user.password.hash.HashLane;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Counts a password before it is checked, in its lane, and refuses it if that lane has had too many wrong ones. Unknown browsers
 * are also limited by their network, where a password counts after it is known to be wrong. A known browser is limited by its own
 * count, and if too many known ones of a network fail, they are treated as unknown; a session is limited by its own count.
 */
@Component
class PasswordGuard {

    private final PasswordAttempts attempts;
    private final KnownBrowsers browsers;
    private final ClientRateLimiter rateLimiter;

    PasswordGuard(PasswordAttempts attempts, KnownBrowsers browsers, ClientRateLimiter rateLimiter) {
        this.attempts = attempts;
        this.browsers = browsers;
        this.rateLimiter = rateLimiter;
    }

    /**
     * Counts it.
     *
     * @throws PasswordStepClosedException if it must not be checked, and was not counted
     */
    Attempt take(PasswordClaimDetails details, String typedAddress) {
        var email = EmailAddress.parse(typedAddress);
        var address = details.getRemoteAddress();
        var lane = standing(details.lane(), address);
        if (lane instanceof PasswordLane.OfStrangers && !rateLimiter.isOpenTo(Crowd.STRANGERS, address)) {
            throw PasswordStepClosedException.forNetwork();
        }
        var wait = email.flatMap(known -> attempts.take(lane.key(known)));
        if (wait.isPresent()) {
            giveBackToBrowser(lane);
            throw PasswordStepClosedException.forEmail(wait.get());
        }
        return new Attempt(lane, email, address);
    }

    private PasswordLane standing(PasswordLane lane, String address) {
        return lane instanceof PasswordLane.OfKnownBrowser(var id)
                        && !(rateLimiter.isOpenTo(Crowd.KNOWN_BROWSERS, address) && browsers.take(id))
                ? new PasswordLane.OfStrangers()
                : lane;
    }

    /** Counts it for its network, too, because it was wrong. */
    void wrong(Attempt attempt) {
        switch (attempt.lane()) {
            case PasswordLane.OfStrangers() -> rateLimiter.count(Crowd.STRANGERS, attempt.address());
            case PasswordLane.OfKnownBrowser(var id) -> rateLimiter.count(Crowd.KNOWN_BROWSERS, attempt.address());
            case PasswordLane.OfSession(var key) -> {}
        }
    }

    /** Takes it back, because it was not checked after all. */
    void giveBack(Attempt attempt) {
        attempt.email().ifPresent(email -> attempts.giveBack(attempt.lane().key(email)));
        giveBackToBrowser(attempt.lane());
    }

    /** Resets the wrong ones of its lane, because it was correct. */
    void forget(Attempt attempt) {
        attempt.email().ifPresent(email -> attempts.forget(attempt.lane().key(email)));
        if (attempt.lane() instanceof PasswordLane.OfKnownBrowser(var id)) {
            browsers.forgive(id);
        }
    }

    private void giveBackToBrowser(PasswordLane lane) {
        if (lane instanceof PasswordLane.OfKnownBrowser(var id)) {
            browsers.giveBack(id);
        }
    }

    /**
     * A password that was counted.
     *
     * @param email as typed; empty if it was not an address
     * @param address the client's IP address
     */
    record Attempt(PasswordLane lane, Optional<EmailAddress> email, String address) {

        /** The lane in which its hash waits. */
        HashLane hashLane() {
            return new HashLane(lane instanceof PasswordLane.OfStrangers, ClientNetwork.widest(address));
        }
    }
}
