package dev.latchkey.twofactor.secret;

import dev.latchkey.twofactor.enrolment.store.Enrolment;
import dev.latchkey.user.password.reset.SingleMailboxRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Applies {@link SingleMailboxRule} to a user's secret: one that an administrator has sent is not held. */
@Component
public class MailedSecretHold {

    private final SingleMailboxRule mailbox;
    private final Clock clock;

    MailedSecretHold(SingleMailboxRule mailbox, Clock clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    /** Until when the user gets no secret by mail, and none in their mailbox is accepted; empty if there is no hold. */
    public Optional<Instant> until(Enrolment enrolment) {
        return enrolment.isProven() || enrolment.isVouchedFor() && enrolment.isPendingAt(clock.instant())
                ? Optional.empty()
                : mailbox.holdsSecretUntil(enrolment.userId());
    }

    /** Whether no code from the current secret is accepted. */
    public boolean silences(Enrolment enrolment) {
        return enrolment.wasMailed() && until(enrolment).isPresent();
    }
}
