package dev.latchkey.twofactor.secret;

import dev.latchkey.account.Account;

/** One time that enforcement was turned on: every flip of it has a version of its own. */
public record EnforcementVersion(long version) {

    /** Whether two-factor authentication is still enforced since that time. */
    boolean isOnIn(Account account) {
        return account.isTwoFactorEnforced() && account.enforcementVersion() == version;
    }
}
