package dev.latchkey.twofactor;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.component.RefusedException;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.PasswordAttempts;
import dev.latchkey.user.Permission;
import dev.latchkey.user.SteppedUpOver;
import dev.latchkey.user.UserService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a user try again at once whose wrong passwords or codes have closed their sign-in. */
@Service
public class SignInUnlock {

    private final UserService users;
    private final PasswordAttempts passwords;
    private final CodeAttempts codes;
    private final AuditTrail auditTrail;

    SignInUnlock(UserService users, PasswordAttempts passwords, CodeAttempts codes, AuditTrail auditTrail) {
        this.users = users;
        this.passwords = passwords;
        this.codes = codes;
        this.auditTrail = auditTrail;
    }

    /**
     * Forgets the user's wrong passwords and codes; their secret stays.
     *
     * @throws RefusedException where the user has been removed
     */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void unlock(long actorId, long userId) {
        codes.reset(userId);
        var email = users.find(userId)
                .orElseThrow(() -> new RefusedException("access.refused.user-gone"))
                .email();
        passwords.forget(new EmailAddress(email));
        auditTrail.record(AuditAction.SIGN_IN_UNLOCKED, actorId, userId, email);
    }
}
