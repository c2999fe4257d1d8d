package dev.latchkey.twofactor;

import dev.latchkey.user.SingleMailboxRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says of a user's secret what {@link SingleMailboxRule} means for it: one that an administrator has sent is free. */
@Component
class MailedSecretHold {

    private final SingleMailboxRule mailbox;
    private final Clock clock;

    MailedSecretHold(SingleMailboxRule mailbox, Clock clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    /** Until when the user gets no secret by mail, and none in their mailbox counts; empty where they do. */
    Optional<Instant> until(Enrolment enrolment) {
        return enrolment.isProven() || enrolment.isVouchedFor() && enrolment.isPendingAt(clock.instant())
                ? Optional.empty()
                : mailbox.holdsSecretUntil(enrolment.userId());
    }

    /** Whether no code from the present secret counts. */
    boolean silences(Enrolment enrolment) {
        return enrolment.wasMailed() && until(enrolment).isPresent();
    }
}
