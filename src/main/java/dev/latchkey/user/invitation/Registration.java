package dev.latchkey.user.invitation;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.common.text.DisplayName;
import dev.latchkey.user.User;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.link.LinkPurpose;
import dev.latchkey.user.link.OneTimeLinks;
import dev.latchkey.user.password.PasswordPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Activates an invited user, as part of the sign-up. */
@Component
@NamedInterface("api")
public class Registration {

    /** How long the link of an invitation is valid. */
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

    /** The user whom the token invites; empty if it has been used or has expired. */
    @Transactional(readOnly = true)
    public Optional<User> openTo(String token) {
        return links.userOf(LinkPurpose.INVITATION, token)
                .flatMap(users::findById)
                .filter(user -> user.status() == UserStatus.INVITED);
    }

    /** The name proposed by the inviting user; empty if there is none. */
    @Transactional(readOnly = true)
    public String proposedName(String token) {
        return openTo(token).map(user -> users.proposedName(user.id())).orElse("");
    }

    /**
     * Prepares the invited person's choices for storing; outside any transaction, because it calculates a hash.
     *
     * @return empty if the token has been used or has expired
     * @throws RefusedException for a name that {@link DisplayName} refuses, or a password that {@link PasswordPolicy} refuses
     */
    public Optional<Newcomer> prepare(String token, String typedName, String password) {
        var name = DisplayName.require(typedName, User.NAME_LENGTH);
        var invited = openTo(token);
        if (invited.isEmpty()) {
            return Optional.empty();
        }
        var user = invited.get();
        passwordPolicy.require(password, List.of(name, user.email()));
        return Optional.of(new Newcomer(user.id(), user.email(), name, passwordEncoder.encode(password)));
    }

    /**
     * Uses the token and activates its user.
     *
     * @return false if the token has been used or has expired, or the user is no longer invited; the caller must roll back then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean register(String token, Newcomer newcomer) {
        var userId = newcomer.userId();
        if (!links.redeem(LinkPurpose.INVITATION, token)
                || !users.register(userId, newcomer.name(), newcomer.passwordHash())) {
            return false;
        }
        links.revoke(LinkPurpose.INVITATION, userId);
        auditTrail.record(AuditAction.USER_REGISTERED, userId, userId, newcomer.email());
        return true;
    }

    /** An invited person who has chosen a name and a password. */
    public record Newcomer(long userId, String email, String name, String passwordHash) {

        @Override
        public String toString() {
            return "Newcomer[" + userId + "]";
        }
    }
}
