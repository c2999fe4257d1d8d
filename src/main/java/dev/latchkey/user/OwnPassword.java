package dev.latchkey.user;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.component.RefusedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a user who is signed in replace their own password. */
@Service
public class OwnPassword {

    private final UserRepository users;
    private final PasswordRepository passwords;
    private final PasswordReplacement replacement;
    private final PasswordPolicy passwordPolicy;
    private final PasswordEncoder passwordEncoder;

    OwnPassword(
            UserRepository users,
            PasswordRepository passwords,
            PasswordReplacement replacement,
            PasswordPolicy passwordPolicy,
            PasswordEncoder passwordEncoder) {
        this.users = users;
        this.passwords = passwords;
        this.replacement = replacement;
        this.passwordPolicy = passwordPolicy;
        this.passwordEncoder = passwordEncoder;
    }

    /**
     * Replaces the password; the caller has seen the one before. Every session of the user ends.
     *
     * @param sessionEpoch of the session that asks
     * @return the epoch under which the user's sessions are accepted from now on
     * @throws RefusedException for a password that {@link PasswordPolicy} refuses, or where the session has been ended meanwhile
     */
    @SteppedUpThemselves
    @Transactional
    public long change(long userId, long sessionEpoch, String newPassword) {
        var user = users.findById(userId).orElseThrow(() -> new RefusedException("change-password.superseded"));
        passwordPolicy.require(newPassword, user);
        if (!passwords.change(userId, sessionEpoch, passwordEncoder.encode(newPassword))) {
            throw new RefusedException("change-password.superseded");
        }
        replacement.conclude(user, userId, AuditAction.PASSWORD_CHANGED, PasswordMail.PASSWORD_CHANGED);
        return sessionEpoch + 1;
    }
}
