package dev.latchkey.user.identity;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.common.StaleVersionException;
import dev.latchkey.common.Versioned;
import dev.latchkey.common.text.DisplayName;
import dev.latchkey.user.User;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.access.OnlyThemselves;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets users change their own name. */
@Service
@NamedInterface("api")
public class OwnName {

    private final UserRepository users;
    private final AuditTrail auditTrail;

    OwnName(UserRepository users, AuditTrail auditTrail) {
        this.users = users;
        this.auditTrail = auditTrail;
    }

    /** The current name, to edit. */
    @OnlyThemselves
    @Transactional(readOnly = true)
    public Versioned<String> toEdit(long userId) {
        // Read first, so that a later change has a newer version and is noticed
        var version = users.versionOf(userId).orElseThrow(() -> new RefusedException("access.refused.user-gone"));
        return new Versioned<>(version, users.findById(userId).orElseThrow().name());
    }

    /**
     * Changes the name; the same name changes nothing.
     *
     * @throws StaleVersionException if that is no longer the version of the user
     * @throws RefusedException if the name is invalid
     */
    @OnlyThemselves
    @RetryOnConcurrencyFailure
    @Transactional
    public void change(long userId, Versioned<String> wanted) {
        var name = DisplayName.require(wanted.value(), User.NAME_LENGTH);
        if (!users.advance(userId, wanted.version())) {
            throw new StaleVersionException();
        }
        var user = users.findById(userId).orElseThrow();
        if (!user.name().equals(name)) {
            users.setName(userId, name);
            auditTrail.record(AuditAction.NAME_CHANGED, userId, userId, user.email(), user.name() + " → " + name);
        }
    }
}
