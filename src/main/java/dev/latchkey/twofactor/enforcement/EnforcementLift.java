package dev.latchkey.twofactor.enforcement;

import dev.latchkey.account.AccountService;
import dev.latchkey.mail.Outbox;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.secret.SecretMail;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Handles secrets and mails when enforcement or its plan ends, regardless of who ends it. */
@Component
public class EnforcementLift {

    private final AccountService accounts;
    private final EnrolmentRepository enrolments;
    private final Outbox outbox;
    private final Clock clock;

    EnforcementLift(AccountService accounts, EnrolmentRepository enrolments, Outbox outbox, Clock clock) {
        this.accounts = accounts;
        this.enrolments = enrolments;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Makes two-factor authentication each user's choice again: pending secrets that nobody asked for are destroyed and their mails
     * withdrawn, proven secrets stay.
     *
     * @return false if the enforcement no longer has that version or has not begun; nothing has changed then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lift(long version) {
        var now = clock.instant();
        if (!accounts.lift(version, now)) {
            return false;
        }
        enrolments.destroyUnwanted(now);
        outbox.withdrawAll(SecretMail.SECRET_ENFORCED);
        return true;
    }

    /**
     * Gives a planned enforcement up, as if it had never been planned.
     *
     * @return false if the enforcement no longer has that version, has begun, or is not planned; nothing has changed then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean cancel(long version) {
        var now = clock.instant();
        if (!accounts.cancel(version, now)) {
            return false;
        }
        enrolments.destroyUnwanted(now);
        outbox.withdrawAll(EnforcementAnnouncement.KIND);
        return true;
    }
}
