package dev.latchkey.user.password;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.common.AllOrNothing;
import dev.latchkey.common.RefusedException;
import dev.latchkey.user.User;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.access.SteppedUpThemselves;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Lets signed-in users replace their own password. */
@Service
@NamedInterface("api")
public class OwnPassword {

    private final UserRepository users;
    private final PasswordRepository passwords;
    private final PasswordReplacement replacement;
    private final PasswordPolicy passwordPolicy;
    private final PasswordEncoder passwordEncoder;
    private final AllOrNothing allOrNothing;

    OwnPassword(
            UserRepository users,
            PasswordRepository passwords,
            PasswordReplacement replacement,
            PasswordPolicy passwordPolicy,
            PasswordEncoder passwordEncoder,
            AllOrNothing allOrNothing) {
        this.users = users;
        this.passwords = passwords;
        this.replacement = replacement;
        this.passwordPolicy = passwordPolicy;
        this.passwordEncoder = passwordEncoder;
        this.allOrNothing = allOrNothing;
    }

    /**
     * Replaces the password; the caller has checked the current one. Every session of the user ends.
     *
     * @param sessionEpoch the epoch of the requesting session
     * @return the epoch that the user's sessions need from now on
     * @throws RefusedException for a password that {@link PasswordPolicy} refuses, or if the session has been ended
     */
    @SteppedUpThemselves
    public long change(long userId, long sessionEpoch, String newPassword) {
        var user = users.findById(userId).orElseThrow(() -> new RefusedException("change-password.superseded"));
        passwordPolicy.require(newPassword, user);
        var hash = passwordEncoder.encode(newPassword);
        if (!allOrNothing.happens(() -> replace(user, sessionEpoch, hash))) {
            throw new RefusedException("change-password.superseded");
        }
        return sessionEpoch + 1;
    }

    private boolean replace(User user, long sessionEpoch, String passwordHash) {
        if (!passwords.change(user.id(), sessionEpoch, passwordHash)) {
            return false;
        }
        replacement.conclude(user, user.id(), AuditAction.PASSWORD_CHANGED, PasswordMail.PASSWORD_CHANGED);
        return true;
    }
}
