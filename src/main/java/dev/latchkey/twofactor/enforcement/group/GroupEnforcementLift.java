package dev.latchkey.twofactor.enforcement.group;

import dev.latchkey.account.AccountService;
import dev.latchkey.twofactor.enforcement.EnforcementLift;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends the enforcement for every user group at once, for break-glass. */
@Component
public class GroupEnforcementLift {

    private final EnforcedGroupRepository groups;
    private final AccountService accounts;
    private final EnforcementLift lift;

    GroupEnforcementLift(EnforcedGroupRepository groups, AccountService accounts, EnforcementLift lift) {
        this.groups = groups;
        this.accounts = accounts;
        this.lift = lift;
    }

    /** Ends it and gives the plans up; false if there is no such group. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean liftAll() {
        accounts.locked();
        var lifted = groups.liftAll() > 0;
        if (lifted) {
            lift.destroyUnwanted();
        }
        return lifted;
    }
}
