package dev.latchkey.twofactor.directory;

import dev.latchkey.twofactor.code.SignInLock;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.address.repair.AddressProblem;
import dev.latchkey.user.password.reset.SingleMailboxRule;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A user as administrators see them.
 *
 * @param name empty until they have registered
 * @param proposedName the name that came with the invitation; empty without one, and once they have registered
 * @param groups the names, separated by commas; empty without any
 * @param codeNeeded whether their next sign-in needs a code
 * @param lock how their sign-in is locked
 * @param passwordResetWaits whether they wait for an administrator's approval to choose a new password by mail
 * @param passwordJustReset whether they have chosen a password by mail within {@link SingleMailboxRule#window}, or just got another address
 * @param secretWaits whether they wait for an administrator to email them a secret, for that reason
 * @param lastSignInAt null before the first
 * @param permissions the names of what their groups permit, separated by commas; empty without any
 * @param addressProblem what is wrong with their address; null if nothing is
 */
@NamedInterface("api")
public record Member(
        long id,
        String email,
        String name,
        String proposedName,
        UserStatus status,
        String groups,
        TwoFactorState state,
        boolean codeNeeded,
        SignInLock lock,
        boolean passwordResetWaits,
        boolean passwordJustReset,
        boolean secretWaits,
        @Nullable Instant lastSignInAt,
        String permissions,
        @Nullable AddressProblem addressProblem) {

    /** How to refer to them. */
    public String displayName() {
        return shownName().isBlank() ? email : shownName();
    }

    /** Their name, or the one that was proposed; empty without any. */
    public String shownName() {
        return name.isBlank() ? proposedName : name;
    }

    /** Whether somebody with these permissions may act on them: only those who have every permission of theirs. */
    public boolean isWithinReach(Predicate<Permission> own) {
        return Stream.of(permissions.split(","))
                .filter(Predicate.not(String::isEmpty))
                .map(Permission::valueOf)
                .allMatch(own);
    }
}
