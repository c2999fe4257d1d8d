package dev.latchkey.twofactor.secret;

import dev.latchkey.twofactor.enrolment.store.Enrolment;
import dev.latchkey.user.password.reset.SingleMailboxRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says of a user's secret what {@link SingleMailboxRule} means for it: one that an administrator has sent is free. */
@Component
public class MailedSecretHold {

    private final SingleMailboxRule mailbox;
    private final Clock clock;

    MailedSecretHold(SingleMailboxRule mailbox, Clock clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    /** Until when the user gets no secret by mail, and none in their mailbox counts; empty where they do. */
    public Optional<Instant> until(Enrolment enrolment) {
        return enrolment.isProven() || enrolment.isVouchedFor() && enrolment.isPendingAt(clock.instant())
                ? Optional.empty()
                : mailbox.holdsSecretUntil(enrolment.userId());
    }

    /** Whether no code from the present secret counts. */
    public boolean silences(Enrolment enrolment) {
        return enrolment.wasMailed() && until(enrolment).isPresent();
    }
}
