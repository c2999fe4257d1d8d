package dev.latchkey.user;

import dev.latchkey.account.DisplayName;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.component.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Turns an invited user into one who can sign in, as part of the sign-up. */
@Component
public class Registration {

    /** How long the link of an invitation lives. */
    public static final Duration INVITATION_LIFE = Duration.ofDays(7);

    private final OneTimeLinks links;
    private final UserRepository users;
    private final PasswordPolicy passwordPolicy;
    private final PasswordEncoder passwordEncoder;
    private final AuditTrail auditTrail;

    Registration(
            OneTimeLinks links,
            UserRepository users,
            PasswordPolicy passwordPolicy,
            PasswordEncoder passwordEncoder,
            AuditTrail auditTrail) {
        this.links = links;
        this.users = users;
        this.passwordPolicy = passwordPolicy;
        this.passwordEncoder = passwordEncoder;
        this.auditTrail = auditTrail;
    }

    /** Whom the token invites; empty once it has been used or has expired. */
    @Transactional(readOnly = true)
    public Optional<User> openTo(String token) {
        return links.userOf(LinkPurpose.INVITATION, token)
                .flatMap(users::findById)
                .filter(user -> user.status() == UserStatus.INVITED);
    }

    /**
     * Uses the token up and makes its user active.
     *
     * @return the id of the user; empty where the token has been used or has expired, and nothing has changed
     * @throws IllegalArgumentException for a name that {@link DisplayName} refuses
     * @throws RefusedException for a password that {@link PasswordPolicy} refuses; to be rolled back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Long> register(String token, String name, String password) {
        if (!DisplayName.isAllowed(name, User.NAME_LENGTH)) {
            throw new IllegalArgumentException("not what the form lets pass");
        }
        var invited = openTo(token);
        if (invited.isEmpty()) {
            return Optional.empty();
        }
        passwordPolicy.require(password, List.of(name, invited.get().email()));
        if (!links.redeem(LinkPurpose.INVITATION, token)) {
            return Optional.empty();
        }
        var userId = invited.get().id();
        if (!users.register(userId, name, passwordEncoder.encode(password))) {
            return Optional.empty();
        }
        links.revoke(LinkPurpose.INVITATION, userId);
        auditTrail.record(
                AuditAction.USER_REGISTERED, userId, userId, invited.get().email());
        return Optional.of(userId);
    }
}
