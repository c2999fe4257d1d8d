package dev.latchkey.user.administration;

import dev.latchkey.common.RefusedException;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.User;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.group.AdministratorGuard;
import dev.latchkey.user.lockout.PasswordAttempts;
import dev.latchkey.user.password.PasswordRepository;
import java.util.List;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the owner of the server can do to a user on the console, when no administrator can help. */
@Component
@NamedInterface("api")
public class ConsoleAccess {

    private final UserRepository users;
    private final PasswordAttempts attempts;
    private final PasswordRepository passwords;
    private final AdministratorGuard administrators;

    ConsoleAccess(
            UserRepository users,
            PasswordAttempts attempts,
            PasswordRepository passwords,
            AdministratorGuard administrators) {
        this.users = users;
        this.attempts = attempts;
        this.passwords = passwords;
        this.administrators = administrators;
    }

    /**
     * Lets the user try their password at once, or reset it, and ends their sessions. A disabled administrator is enabled, because
     * there may be nobody else to do it.
     *
     * @return the current user
     * @throws RefusedException if no user has that address, or the user has not registered, or is disabled and not an administrator
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public User reopen(EmailAddress email) {
        var user = users.findByEmail(email)
                .orElseThrow(() -> new RefusedException("break-glass.refused.unknown", email.value()));
        switch (user.status()) {
            case ACTIVE -> {}
            case INVITED -> throw new RefusedException("break-glass.refused.invited", email.value());
            case DISABLED -> enable(user);
        }
        attempts.forget(email);
        passwords.endHold(user.id());
        users.advanceSessionEpoch(user.id());
        return users.findById(user.id()).orElseThrow();
    }

    /** The members of Account Administrator who may sign in. */
    @Transactional(readOnly = true)
    public List<Long> activeAdministrators() {
        return administrators.active();
    }

    private void enable(User user) {
        if (!users.isAccountAdministrator(user.id())) {
            throw new RefusedException("break-glass.refused.disabled", user.email());
        }
        users.changeStatus(user.id(), UserStatus.DISABLED, UserStatus.ACTIVE);
    }
}
