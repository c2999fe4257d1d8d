package dev.latchkey.twofactor.enforcement;

import dev.latchkey.account.AccountService;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Handles secrets and mails when enforcement or its plan ends, regardless of who ends it. */
@Component
public class EnforcementLift {

    private final AccountService accounts;
    private final EnrolmentRepository enrolments;
    private final EnforcementRepository enforcements;
    private final EnforcementMailing mailing;
    private final Clock clock;

    EnforcementLift(
            AccountService accounts,
            EnrolmentRepository enrolments,
            EnforcementRepository enforcements,
            EnforcementMailing mailing,
            Clock clock) {
        this.accounts = accounts;
        this.enrolments = enrolments;
        this.enforcements = enforcements;
        this.mailing = mailing;
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
        if (!accounts.lift(version, clock.instant())) {
            return false;
        }
        end();
        return true;
    }

    /**
     * Gives a planned enforcement up, as if it had never been planned.
     *
     * @return false if the enforcement no longer has that version, has begun, or is not planned; nothing has changed then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean cancel(long version) {
        if (!accounts.cancel(version, clock.instant())) {
            return false;
        }
        end();
        return true;
    }

    private void end() {
        destroyUnwanted();
        // What waits for members of groups is still true; what is not is found when it would be sent
        if (!enforcements.isDecidedForGroups()) {
            mailing.withdrawAll();
        }
    }

    /** Destroys the pending secrets of all users whose sign-in needs none any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void destroyUnwanted() {
        enrolments.destroyUnwanted(clock.instant());
    }

    /** Destroys the pending secret of the user if their sign-in needs none any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void destroyUnwanted(long userId) {
        enrolments.destroyUnwanted(userId, clock.instant());
    }
}
