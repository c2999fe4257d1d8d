package dev.latchkey.twofactor.secret;

import dev.latchkey.account.Account;
import java.time.Instant;

/** One activation of the enforcement: every switch has its own version. */
public record EnforcementVersion(long version) {

    /** Whether two-factor authentication is still enforced since that activation. */
    boolean isOnIn(Account account, Instant now) {
        return account.isTwoFactorEnforcedAt(now) && account.enforcementVersion() == version;
    }
}
