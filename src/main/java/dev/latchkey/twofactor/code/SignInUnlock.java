package dev.latchkey.twofactor.code;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.SteppedUpOver;
import dev.latchkey.user.browser.KnownBrowsers;
import dev.latchkey.user.lockout.PasswordAttempts;
import dev.latchkey.user.lockout.UnlockLink;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Unlocks the sign-in of a user after wrong passwords or codes. */
@Service
@NamedInterface("api")
public class SignInUnlock {

    private final UserService users;
    private final PasswordAttempts passwords;
    private final CodeAttempts codes;
    private final KnownBrowsers browsers;
    private final UnlockLink link;
    private final AuditTrail auditTrail;

    SignInUnlock(
            UserService users,
            PasswordAttempts passwords,
            CodeAttempts codes,
            KnownBrowsers browsers,
            UnlockLink link,
            AuditTrail auditTrail) {
        this.users = users;
        this.passwords = passwords;
        this.codes = codes;
        this.browsers = browsers;
        this.link = link;
        this.auditTrail = auditTrail;
    }

    /**
     * Resets the user's wrong passwords and codes; their secret stays. Continued guessing would lock the login again within a
     * second, so the user is mailed a link that gives one browser its own lane for some time.
     *
     * @throws RefusedException if the user has been removed
     */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void unlock(long actorId, long userId) {
        codes.reset(userId);
        var user = users.find(userId).orElseThrow(() -> new RefusedException("access.refused.user-gone"));
        passwords.forget(new EmailAddress(user.email()));
        browsers.startOver(userId);
        link.mail(user);
        auditTrail.record(AuditAction.SIGN_IN_UNLOCKED, actorId, userId, user.email());
    }
}
