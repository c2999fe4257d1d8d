package dev.latchkey.user.identity;

import dev.latchkey.account.AccountService;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.User;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.group.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether a change of address that waits could still be asked for by whoever did: up to a day lies in between, in which a thief's
 * sessions may have been ended, or an administrator demoted.
 */
@Component
class AddressStanding {

    private final UserRepository users;
    private final AccountService accounts;
    private final Reach reach;

    AddressStanding(UserRepository users, AccountService accounts, Reach reach) {
        this.users = users;
        this.accounts = accounts;
        this.reach = reach;
    }

    /** Whether both can log in with the sessions of then, and all that permitted the request still does. */
    boolean stands(AddressChange change) {
        return isAsThen(change.userId(), change.userEpoch())
                && isAsThen(change.actorId(), change.actorEpoch())
                && (change.actorId() == change.userId()
                        || reach.isStillOver(change.actorId(), Permission.MANAGE_USERS_AND_GROUPS, change.userId()))
                && accounts.emailDomains().allow(new EmailAddress(change.newEmail()).domain());
    }

    private boolean isAsThen(long userId, @Nullable Long epoch) {
        return epoch != null
                && users.findById(userId)
                        .filter(User::isActive)
                        .filter(user -> user.sessionEpoch() == epoch)
                        .isPresent();
    }
}
