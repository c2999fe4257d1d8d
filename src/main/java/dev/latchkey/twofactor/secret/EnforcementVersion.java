package dev.latchkey.twofactor.secret;

import dev.latchkey.account.Account;
import dev.latchkey.twofactor.enrolment.store.Enrolment;
import java.time.Instant;

/** One activation of the enforcement: every switch has its own version. Activations for user groups between two switches share one. */
public record EnforcementVersion(long version) {

    /** Whether two-factor authentication is still enforced for the user since that activation. */
    boolean isOnFor(Enrolment enrolment, Account account, Instant now) {
        return enrolment.needsCodeAnyway(account, now)
                && (account.enforcementVersion() == version || !account.isTwoFactorEnforcedAt(now));
    }
}
