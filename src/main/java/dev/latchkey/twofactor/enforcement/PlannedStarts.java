package dev.latchkey.twofactor.enforcement;

import dev.latchkey.account.AccountService;
import dev.latchkey.account.PlannedStart;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From when on users will need codes who cannot give any yet. */
@Component
public class PlannedStarts {

    private final AccountService accounts;
    private final EnrolmentRepository enrolments;
    private final EnforcementRepository enforcements;
    private final Clock clock;

    PlannedStarts(
            AccountService accounts, EnrolmentRepository enrolments, EnforcementRepository enforcements, Clock clock) {
        this.accounts = accounts;
        this.enrolments = enrolments;
        this.enforcements = enforcements;
        this.clock = clock;
    }

    /** The user's; empty if no enforcement for them is to come, they need codes already, or they have a proven secret. */
    public Optional<PlannedStart> of(long userId) {
        var now = clock.instant();
        return enforcements.plannedStartOf(userId, now).filter(start -> {
            var enrolment = enrolments.find(userId);
            return !enrolment.isProven() && !enrolment.needsCodeAnyway(accounts.current(), now);
        });
    }
}
