package dev.latchkey.account;

import dev.latchkey.common.Versioned;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the one account. */
@Service
public class AccountService {

    private static final String SELECT =
            "SELECT company_name, enforced_since, enforcement_version, secret_delivery FROM account";

    private static final String PASSWORD_RULES = """
            SELECT password_minimum_length AS minimum_length, password_upper_case AS upper_case,
                   password_lower_case AS lower_case, password_digit AS digit,
                   password_special_character AS special_character
            FROM account
            """;

    private final JdbcClient jdbc;

    AccountService(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The account as it stands in the database now.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException before the first administrator has set it up
     */
    @Transactional(readOnly = true)
    public Account current() {
        return jdbc.sql(SELECT).query(Account.class).single();
    }

    /**
     * The account as it is going to stand until this transaction ends: for what must not cross a flip of the enforcement. To
     * be called before anything else is locked, so that nobody waits for each other.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Account held() {
        return jdbc.sql(SELECT + " LOCK IN SHARE MODE").query(Account.class).single();
    }

    /** The company name; empty before the first administrator has set the account up. */
    @Transactional(readOnly = true)
    public Optional<String> companyName() {
        return jdbc.sql("SELECT company_name FROM account").query(String.class).optional();
    }

    /** What the account asks of new passwords; the {@link PasswordRules#DEFAULT} before it is set up. */
    @Transactional(readOnly = true)
    public PasswordRules passwordRules() {
        Optional<PasswordRules> stored =
                jdbc.sql(PASSWORD_RULES).query(PasswordRules.class).optional();
        return stored.orElse(PasswordRules.DEFAULT);
    }

    /** The same, for whoever edits it. */
    @Transactional(readOnly = true)
    public Versioned<PasswordRules> passwordRulesToEdit() {
        return new Versioned<>(versionOf("password_rules_version"), passwordRules());
    }

    /**
     * Decides what the account asks of new passwords from now on.
     *
     * @return false where that is not the version of the rules any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean setPasswordRules(Versioned<PasswordRules> wanted) {
        var rules = wanted.value();
        return jdbc.sql("""
                        UPDATE account
                        SET password_minimum_length = :minimumLength, password_upper_case = :upperCase,
                            password_lower_case = :lowerCase, password_digit = :digit,
                            password_special_character = :specialCharacter,
                            password_rules_version = password_rules_version + 1
                        WHERE password_rules_version = :version
                        """)
                        .param("minimumLength", rules.minimumLength())
                        .param("upperCase", rules.upperCase())
                        .param("lowerCase", rules.lowerCase())
                        .param("digit", rules.digit())
                        .param("specialCharacter", rules.specialCharacter())
                        .param("version", wanted.version())
                        .update()
                == 1;
    }

    /** The domains whose addresses can be invited. */
    @Transactional(readOnly = true)
    public EmailDomains emailDomains() {
        return EmailDomains.ofStored(jdbc.sql("SELECT email_domains FROM account")
                .query(String.class)
                .single());
    }

    /** The same, for whoever edits them. */
    @Transactional(readOnly = true)
    public Versioned<EmailDomains> emailDomainsToEdit() {
        return new Versioned<>(versionOf("email_domains_version"), emailDomains());
    }

    /**
     * Decides the domains whose addresses can be invited from now on.
     *
     * @return false where that is not the version of the domains any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean setEmailDomains(Versioned<EmailDomains> wanted) {
        return jdbc.sql("""
                        UPDATE account SET email_domains = :domains, email_domains_version = email_domains_version + 1
                        WHERE email_domains_version = :version
                        """)
                        .param("domains", wanted.value().stored())
                        .param("version", wanted.version())
                        .update()
                == 1;
    }

    /** Read before what it is the version of, so that whatever moves meanwhile is newer than it and noticed. */
    private long versionOf(String column) {
        return jdbc.sql("SELECT " + column + " FROM account").query(Long.class).single();
    }

    /** Founds the account, as part of the set-up's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void found(String companyName) {
        jdbc.sql("INSERT INTO account (id, company_name) VALUES (1, :companyName)")
                .param("companyName", companyName)
                .update();
    }

    /**
     * Enforces two-factor authentication from now on.
     *
     * @param seen the account as it was when that was decided
     * @return false where the enforcement is not of that version any more, or on already, or secrets travel another way
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean enforce(Account seen, Instant now) {
        return jdbc.sql("""
                        UPDATE account SET enforced_since = :now, enforcement_version = enforcement_version + 1
                        WHERE enforcement_version = :version AND enforced_since IS NULL AND secret_delivery = :delivery
                        """)
                        .param("version", seen.enforcementVersion())
                        .param("delivery", seen.secretDelivery().name())
                        .param("now", now)
                        .update()
                == 1;
    }

    /**
     * Leaves two-factor authentication to each user again.
     *
     * @return false where the enforcement is not of that version any more, or off already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lift(long version) {
        return jdbc.sql("""
                        UPDATE account SET enforced_since = NULL, enforcement_version = enforcement_version + 1
                        WHERE enforcement_version = :version AND enforced_since IS NOT NULL
                        """).param("version", version).update() == 1;
    }

    /** Decides how members get their secret from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deliverSecrets(SecretDelivery delivery) {
        jdbc.sql("UPDATE account SET secret_delivery = :delivery")
                .param("delivery", delivery.name())
                .update();
    }
}
