package dev.latchkey.user.password.reset;

import dev.latchkey.common.RefusedException;
import dev.latchkey.user.password.PasswordRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Access to a mailbox never gives both factors, in either order: no password by mail while a mailed secret waits for its first code
 * or for a while after the second factor was reset, and no mailed secret for a while after a password by mail. Held requests need
 * an administrator, who knows by other means whether the request is genuine. A new address is a mailbox that nobody has vouched for
 * yet: both wait for a day.
 */
@Component
@NamedInterface("api")
public class SingleMailboxRule {

    private final PasswordRepository passwords;
    private final MailedSecrets secrets;
    private final Clock clock;

    SingleMailboxRule(PasswordRepository passwords, MailedSecrets secrets, Clock clock) {
        this.passwords = passwords;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** How long the change of one factor by mail holds the other: at least as long as a mailed secret is valid. */
    public Duration window() {
        var life = secrets.life();
        return life.compareTo(PasswordResetHold.WINDOW) > 0 ? life : PasswordResetHold.WINDOW;
    }

    /** Whether a password by mail needs an administrator now. */
    @Transactional(readOnly = true)
    public boolean holdsPassword(long userId) {
        var now = clock.instant();
        return passwords.isHeld(userId, now) || secrets.isOneWaiting(userId, now) && !passwords.isAllowed(userId, now);
    }

    /**
     * Refuses an administrator who gave the user their address: they may be the one who reads that mailbox.
     *
     * @throws RefusedException if they did
     */
    @Transactional(readOnly = true)
    public void requireVouchable(long actorId, long userId) {
        if (actorId != userId && passwords.isGiverOfAddress(userId, actorId)) {
            throw new RefusedException("access.refused.own-address-change");
        }
    }

    /**
     * Refuses an administrator who wants to send a secret to a mailbox that they gave the user themselves, while secrets are held.
     *
     * @throws RefusedException if they do
     */
    @Transactional(readOnly = true)
    public void requireSecretFrom(long actorId, long userId) {
        if (holdsSecretUntil(userId).isPresent()) {
            requireVouchable(actorId, userId);
        }
    }

    /** Whether {@link #requireSecretFrom} refuses that administrator. */
    @Transactional(readOnly = true)
    public boolean refusesSecretFrom(long actorId, long userId) {
        return actorId != userId && holdsSecretUntil(userId).isPresent() && passwords.isGiverOfAddress(userId, actorId);
    }

    /** Destroys a secret that was mailed and waits for its first code. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void discardSecret(long userId) {
        secrets.discard(userId);
    }

    /** Until when a secret by mail is neither sent nor accepted without an administrator; empty if there is no hold. */
    @Transactional(readOnly = true)
    public Optional<Instant> holdsSecretUntil(long userId) {
        return passwords.secretHeldUntil(userId).filter(clock.instant()::isBefore);
    }
}
