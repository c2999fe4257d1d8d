package dev.latchkey.user.identity;

import dev.latchkey.common.RefusedException;
import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.User;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedOver;
import dev.latchkey.user.access.SteppedUpOver;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets administrators change a user's email address. */
@Service
@NamedInterface("api")
public class UserAddress {

    private final UserRepository users;
    private final AddressChangeRepository changes;
    private final AddressRequests requests;
    private final InvitedAddress invited;

    UserAddress(
            UserRepository users, AddressChangeRepository changes, AddressRequests requests, InvitedAddress invited) {
        this.users = users;
        this.changes = changes;
        this.requests = requests;
        this.invited = invited;
    }

    /** The address that waits for its link; empty if there is none. */
    @PermittedOver(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public Optional<WaitingAddress> waiting(long userId) {
        return requests.open(userId)
                .map(change -> new WaitingAddress(
                        change.newEmail(),
                        change.requestedAt(),
                        change.actorId(),
                        users.findById(change.actorId()).map(User::displayName).orElse("")));
    }

    /**
     * Sends a link to the new address, which counts once that is used, and tells the old one. The address of a user who has not
     * signed up changes at once, and gets a new invitation.
     *
     * @throws RefusedException if it is somebody's address already, its domain is not allowed, the last change can still be taken
     *     back, there were too many requests, or the user is gone or cannot log in
     */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @RetryOnConcurrencyFailure
    @Transactional
    public void request(long actorId, long userId, EmailAddress wanted) {
        changes.lock(userId);
        var user = require(userId);
        requests.requireAllowed(user, wanted);
        if (requests.isTaken(wanted)) {
            throw new RefusedException("address-change.refused.taken", wanted.value());
        }
        if (user.status() == UserStatus.INVITED) {
            invited.change(actorId, user, wanted);
        } else {
            requests.begin(actorId, user, wanted);
        }
    }

    /**
     * Takes a waiting request back, if there is one: everything stays as it is.
     *
     * @param seen the address that waits, as the actor saw it
     * @throws RefusedException if another one waits meanwhile
     */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @RetryOnConcurrencyFailure
    @Transactional
    public void withdraw(long actorId, long userId, String seen) {
        changes.lock(userId);
        if (requests.open(userId)
                .filter(change -> !change.newEmail().equals(seen))
                .isPresent()) {
            throw new RefusedException("access.refused.user-changed");
        }
        requests.withdraw(actorId, userId);
    }

    private User require(long userId) {
        return users.findById(userId).orElseThrow(() -> new RefusedException("access.refused.user-gone"));
    }
}
