package dev.latchkey.twofactor.code;

import dev.latchkey.user.group.SignInBlocker;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An administrator who needs a code that they have never been able to give, or who is locked, does not count as one who can sign in. */
@Component
class CodeSignInBlocker implements SignInBlocker {

    private final CodeAttemptRepository counts;
    private final Clock clock;

    CodeSignInBlocker(CodeAttemptRepository counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public Set<Long> blockedAmong(Collection<Long> userIds) {
        return userIds.isEmpty() ? Set.of() : counts.unableAmong(userIds, CodeAttempts.CEILING, clock.instant());
    }
}
