package dev.latchkey.twofactor.enforcement;

import dev.latchkey.account.AccountService;
import dev.latchkey.mail.Outbox;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.secret.SecretMail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of secrets and mails when enforcement ends, whoever ends it. */
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
     * Leaves two-factor authentication to each user again: pending secrets that nobody asked for are destroyed and their mails
     * withdrawn, proven secrets stay.
     *
     * @return false where the enforcement is not of that version any more, or off already; nothing has changed then
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
