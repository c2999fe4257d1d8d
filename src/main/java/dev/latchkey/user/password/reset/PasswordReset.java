package dev.latchkey.user.password.reset;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.common.AllOrNothing;
import dev.latchkey.common.RefusedException;
import dev.latchkey.user.User;
import dev.latchkey.user.UserName;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.link.LinkPurpose;
import dev.latchkey.user.link.OneTimeLinks;
import dev.latchkey.user.password.PasswordMail;
import dev.latchkey.user.password.PasswordPolicy;
import dev.latchkey.user.password.PasswordReplacement;
import dev.latchkey.user.password.PasswordRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the reader of a user's mailbox choose a new password. It signs nobody in, and the second factor and its wrong codes do not change. */
@Service
@NamedInterface("api")
public class PasswordReset {

    /** How long a link is valid. */
    public static final Duration LINK_LIFE = Duration.ofHours(1);

    private final OneTimeLinks links;
    private final UserRepository users;
    private final PasswordRepository passwords;
    private final PasswordReplacement replacement;
    private final SingleMailboxRule mailbox;
    private final PasswordPolicy passwordPolicy;
    private final PasswordEncoder passwordEncoder;
    private final AllOrNothing allOrNothing;
    private final Clock clock;

    PasswordReset(
            OneTimeLinks links,
            UserRepository users,
            PasswordRepository passwords,
            PasswordReplacement replacement,
            SingleMailboxRule mailbox,
            PasswordPolicy passwordPolicy,
            PasswordEncoder passwordEncoder,
            AllOrNothing allOrNothing,
            Clock clock) {
        this.links = links;
        this.users = users;
        this.passwords = passwords;
        this.replacement = replacement;
        this.mailbox = mailbox;
        this.passwordPolicy = passwordPolicy;
        this.passwordEncoder = passwordEncoder;
        this.allOrNothing = allOrNothing;
        this.clock = clock;
    }

    /** The user whose password the token replaces, without using it. Empty if it has been used, has expired or is held. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<UserName> openTo(String token) {
        return userOf(token).map(user -> new UserName(user.id(), user.name(), user.email()));
    }

    /**
     * Uses the token and replaces the password; every session of the user ends, and {@link SingleMailboxRule} holds mailed secrets.
     *
     * @return false if the token has been used, has expired or is held, and nothing has changed
     * @throws RefusedException for a password that {@link PasswordPolicy} refuses; the token stays valid
     */
    @PreAuthorize("permitAll()")
    public boolean choose(String token, String newPassword) {
        var user = userOf(token);
        // No hashing without a valid link
        if (user.isEmpty()) {
            return false;
        }
        passwordPolicy.require(newPassword, user.get());
        var hash = passwordEncoder.encode(newPassword);
        return allOrNothing.happens(() -> replace(token, user.get(), hash));
    }

    private boolean replace(String token, User user, String passwordHash) {
        var now = clock.instant();
        if (!links.redeem(LinkPurpose.PASSWORD_RESET, token)
                || !passwords.reset(user.id(), passwordHash, now, now.plus(mailbox.window()))) {
            return false;
        }
        replacement.conclude(user, null, AuditAction.PASSWORD_RESET, PasswordMail.PASSWORD_RESET_DONE);
        return true;
    }

    private Optional<User> userOf(String token) {
        return links.userOf(LinkPurpose.PASSWORD_RESET, token)
                .flatMap(users::findById)
                .filter(User::isActive)
                .filter(user -> !mailbox.holdsPassword(user.id()));
    }
}
