package dev.latchkey.twofactor.code;

import dev.latchkey.user.group.SignInBlocker;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An administrator who needs a code that they have never been able to give, or who is locked, does not count as one who can sign in. */
@Component
class CodeSignInBlocker implements SignInBlocker {

    private final CodeAttemptRepository counts;

    CodeSignInBlocker(CodeAttemptRepository counts) {
        this.counts = counts;
    }

    @Override
    public Set<Long> blockedAmong(Collection<Long> userIds) {
        return userIds.isEmpty() ? Set.of() : counts.unableAmong(userIds, CodeAttempts.CEILING);
    }
}
