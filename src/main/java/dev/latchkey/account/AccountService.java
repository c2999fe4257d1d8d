package dev.latchkey.account;

import dev.latchkey.common.StaleVersionException;
import dev.latchkey.common.Versioned;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the one account. */
@Service
public class AccountService {

    private final AccountRepository accounts;
    private final ApplicationEventPublisher events;

    AccountService(AccountRepository accounts, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.events = events;
    }

    /**
     * The account as stored in the database now.
     *
     * @throws EmptyResultDataAccessException before the first administrator has set it up
     */
    @Transactional(readOnly = true)
    public Account current() {
        return accounts.find().orElseThrow(() -> new EmptyResultDataAccessException("There is no account yet", 1));
    }

    /**
     * The account, unchanged until this transaction ends: for work that must not overlap a switch of the enforcement. Call it
     * before anything else is locked, so that there are no deadlocks.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Account held() {
        return accounts.held();
    }

    /**
     * The account, locked until this transaction ends: for a change of what is enforced that is not stored in the account. Call it
     * before anything else is locked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Account locked() {
        return accounts.toChange();
    }

    /** The company name; empty before set-up. */
    @Transactional(readOnly = true)
    public Optional<String> companyName() {
        return accounts.companyName();
    }

    /** What users see of the organisation, for editing. */
    @Transactional(readOnly = true)
    public Versioned<Organisation> organisationToEdit() {
        return current().organisation();
    }

    /**
     * Changes what users see of the organisation.
     *
     * @throws StaleVersionException if that is no longer its version
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void setOrganisation(Versioned<Organisation> wanted) {
        accounts.save(accounts.toChange().presenting(wanted));
        events.publishEvent(new OrganisationChanged());
    }

    /** The rules for new passwords; the {@link PasswordRules#DEFAULT} before set-up. */
    @Transactional(readOnly = true)
    public PasswordRules passwordRules() {
        return accounts.find().map(Account::passwordRules).orElse(PasswordRules.DEFAULT);
    }

    /** The same, for editing. */
    @Transactional(readOnly = true)
    public Versioned<PasswordRules> passwordRulesToEdit() {
        return current().rules();
    }

    /**
     * Changes the rules for new passwords.
     *
     * @throws StaleVersionException if that is no longer the version of the rules
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void setPasswordRules(Versioned<PasswordRules> wanted) {
        accounts.save(accounts.toChange().asking(wanted));
    }

    /** The domains whose addresses can be invited. */
    @Transactional(readOnly = true)
    public EmailDomains emailDomains() {
        return current().emailDomains();
    }

    /** The same, for editing. */
    @Transactional(readOnly = true)
    public Versioned<EmailDomains> emailDomainsToEdit() {
        return current().domains();
    }

    /**
     * Changes the domains whose addresses can be invited.
     *
     * @throws StaleVersionException if that is no longer the version of the domains
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void setEmailDomains(Versioned<EmailDomains> wanted) {
        accounts.save(accounts.toChange().inviting(wanted));
    }

    /** Creates the account, as part of the set-up's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void found(String companyName) {
        accounts.save(Account.founded(companyName));
        events.publishEvent(new OrganisationChanged());
    }

    /**
     * Enforces two-factor authentication from now on.
     *
     * @param seen the account as it was when the decision was made
     * @return false if the enforcement no longer has that version, has already begun, or secrets are delivered another way
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean enforce(Account seen, Instant now) {
        return accounts.enforce(seen.enforcementVersion(), seen.secretDelivery(), now, 0, now);
    }

    /**
     * Plans to enforce two-factor authentication from a later time on, or changes the time of such a plan.
     *
     * @param seen the account as it was when the decision was made
     * @return false if the enforcement no longer has that version, has already begun, or secrets are delivered another way
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean plan(Account seen, PlannedStart start, Instant now) {
        return accounts.enforce(
                seen.enforcementVersion(), seen.secretDelivery(), start.start(), start.offsetSeconds(), now);
    }

    /** Gives a planned enforcement up; false if it no longer has that version, has begun, or is not planned. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean cancel(long version, Instant now) {
        return accounts.cancel(version, now);
    }

    /** Notes that the planned enforcement has begun; true for one caller, on whatever node. The rule itself waits for nobody. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean begin(Instant now) {
        return accounts.begin(now);
    }

    /**
     * Makes two-factor authentication each user's choice again.
     *
     * @return false if the enforcement no longer has that version or has not begun
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lift(long version, Instant now) {
        return accounts.lift(version, now);
    }

    /** Changes how members get their secret. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deliverSecrets(SecretDelivery delivery) {
        accounts.save(accounts.toChange().delivering(delivery));
    }
}
