package dev.latchkey.account;

import dev.latchkey.common.StaleVersionException;
import dev.latchkey.common.Versioned;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the one account. */
@Service
public class AccountService {

    private final AccountRepository accounts;

    AccountService(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /**
     * The account as it stands in the database now.
     *
     * @throws EmptyResultDataAccessException before the first administrator has set it up
     */
    @Transactional(readOnly = true)
    public Account current() {
        return accounts.find().orElseThrow(() -> new EmptyResultDataAccessException("There is no account yet", 1));
    }

    /**
     * The account as it is going to stand until this transaction ends: for what must not cross a flip of the enforcement. To
     * be called before anything else is locked, so that nobody waits for each other.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Account held() {
        return accounts.held();
    }

    /** The company name; empty before the first administrator has set the account up. */
    @Transactional(readOnly = true)
    public Optional<String> companyName() {
        return accounts.companyName();
    }

    /** What the account asks of new passwords; the {@link PasswordRules#DEFAULT} before it is set up. */
    @Transactional(readOnly = true)
    public PasswordRules passwordRules() {
        return accounts.find().map(Account::passwordRules).orElse(PasswordRules.DEFAULT);
    }

    /** The same, for whoever edits it. */
    @Transactional(readOnly = true)
    public Versioned<PasswordRules> passwordRulesToEdit() {
        var account = current();
        return new Versioned<>(account.passwordRulesVersion(), account.passwordRules());
    }

    /**
     * Decides what the account asks of new passwords from now on.
     *
     * @throws StaleVersionException where that is not the version of the rules any more
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

    /** The same, for whoever edits them. */
    @Transactional(readOnly = true)
    public Versioned<EmailDomains> emailDomainsToEdit() {
        var account = current();
        return new Versioned<>(account.emailDomainsVersion(), account.emailDomains());
    }

    /**
     * Decides the domains whose addresses can be invited from now on.
     *
     * @throws StaleVersionException where that is not the version of the domains any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void setEmailDomains(Versioned<EmailDomains> wanted) {
        accounts.save(accounts.toChange().inviting(wanted));
    }

    /** Founds the account, as part of the set-up's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void found(String companyName) {
        accounts.save(Account.founded(companyName));
    }

    /**
     * Enforces two-factor authentication from now on.
     *
     * @param seen the account as it was when that was decided
     * @return false where the enforcement is not of that version any more, or on already, or secrets travel another way
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean enforce(Account seen, Instant now) {
        return accounts.enforce(seen.enforcementVersion(), seen.secretDelivery(), now);
    }

    /**
     * Leaves two-factor authentication to each user again.
     *
     * @return false where the enforcement is not of that version any more, or off already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lift(long version) {
        return accounts.lift(version);
    }

    /** Decides how members get their secret from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deliverSecrets(SecretDelivery delivery) {
        accounts.save(accounts.toChange().delivering(delivery));
    }
}
