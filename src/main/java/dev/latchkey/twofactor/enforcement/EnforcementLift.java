package dev.latchkey.twofactor.enforcement;

import dev.latchkey.account.AccountService;
import dev.latchkey.mail.Outbox;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.secret.SecretMail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Handles secrets and mails when enforcement ends, regardless of who ends it. */
@Component
public class EnforcementLift {

    private final AccountService accounts;
    private final EnrolmentRepository enrolments;
    private final Outbox outbox;

    EnforcementLift(AccountService accounts, EnrolmentRepository enrolments, Outbox outbox) {
        this.accounts = accounts;
        this.enrolments = enrolments;
        this.outbox = outbox;
    }

    /**
     * Makes two-factor authentication each user's choice again: pending secrets that nobody asked for are destroyed and their mails
     * withdrawn, proven secrets stay.
     *
     * @return false if the enforcement no longer has that version or is already off; nothing has changed then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lift(long version) {
        if (!accounts.lift(version)) {
            return false;
        }
        enrolments.destroyUnwanted();
        outbox.withdrawAll(SecretMail.SECRET_ENFORCED);
        return true;
    }
}
