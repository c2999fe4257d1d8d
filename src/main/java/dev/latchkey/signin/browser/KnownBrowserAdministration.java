package dev.latchkey.signin.browser;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.common.client.Device;
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

/** A user's known browsers, for the user and for administrators. */
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

    /** The caller's own, most recently used first. */
    @OnlyThemselves
    @Transactional(readOnly = true)
    public List<KnownBrowser> own(long userId) {
        return browsers.of(userId);
    }

    /** Removes one of the caller's own; does nothing if it is no longer known. It affects only the caller. */
    @OnlyThemselves
    @Transactional
    public void forgetOwn(long userId, long browserId) {
        forgetAs(userId, userId, browserId);
    }

    /** A user's known browsers, most recently used first. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public List<KnownBrowser> of(long userId) {
        return browsers.of(userId);
    }

    /** Removes one of a user's; does nothing if it is no longer known. */
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
