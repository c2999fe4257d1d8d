package dev.latchkey.signin.browser;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.signin.Device;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.OnlyThemselves;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedTo;
import dev.latchkey.user.access.SteppedUpOver;
import dev.latchkey.user.browser.KnownBrowser;
import dev.latchkey.user.browser.KnownBrowsers;
import java.util.List;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The browsers that are known to a user, for themselves and for administrators. */
@Service
@NamedInterface("api")
public class KnownBrowserAdministration {

    private final KnownBrowsers browsers;
    private final UserService users;
    private final AuditTrail auditTrail;

    KnownBrowserAdministration(KnownBrowsers browsers, UserService users, AuditTrail auditTrail) {
        this.browsers = browsers;
        this.users = users;
        this.auditTrail = auditTrail;
    }

    /** One's own, the one used last first. */
    @OnlyThemselves
    @Transactional(readOnly = true)
    public List<KnownBrowser> own(long userId) {
        return browsers.of(userId);
    }

    /** Forgets one of one's own; does nothing where it is not known any more. Forgetting takes nothing from anybody but its user. */
    @OnlyThemselves
    @Transactional
    public void forgetOwn(long userId, long browserId) {
        forgetAs(userId, userId, browserId);
    }

    /** Those of a user, the one used last first. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public List<KnownBrowser> of(long userId) {
        return browsers.of(userId);
    }

    /** Forgets one of a user's; does nothing where it is not known any more. */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void forget(long actorId, long userId, long browserId) {
        forgetAs(actorId, userId, browserId);
    }

    private void forgetAs(long actorId, long userId, long browserId) {
        browsers.forget(userId, browserId)
                .ifPresent(forgotten -> auditTrail.record(
                        AuditAction.BROWSER_FORGOTTEN,
                        actorId,
                        userId,
                        users.find(userId)
                                .map(User::email)
                                .orElseThrow(() -> new RefusedException("access.refused.user-gone")),
                        new Device(forgotten.browser(), forgotten.operatingSystem()).text()));
    }
}
