package dev.latchkey.account;

import dev.latchkey.common.StaleVersionException;
import dev.latchkey.common.Versioned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The organisation that this installation serves. It is read and written as a whole, except for its enforcement, which only two
 * guarded statements of {@link AccountRepository} write. Parts that are edited separately have their own versions.
 *
 * @param id always {@value #ONLY}
 * @param version moves with every change but those of the enforcement; null for a new one, by which Spring Data tells that it has
 *     to insert it; it also catches a save by a caller that has not locked the row before
 * @param companyName what an authenticator app shows as the issuer, see {@link Organisation#name()}
 * @param helpContact see {@link Organisation#helpContact()}
 * @param enforcedSince from when on two-factor authentication is enforced for everyone, perhaps later than now; null while it is each
 *     user's choice
 * @param enforcementVersion increases whenever the enforcement is switched
 * @param passwordRules the rules for new passwords
 * @param passwordRulesVersion increases with every change of them
 * @param emailDomains the domains whose addresses can be invited
 * @param emailDomainsVersion increases with every change of them
 * @param organisationVersion increases with every change of the company name or the contact
 */
@Table("account")
public record Account(
        @Id int id,
        @Version @Nullable Long version,
        String companyName,
        String helpContact,
        @ReadOnlyProperty @Nullable Instant enforcedSince,
        @ReadOnlyProperty long enforcementVersion,
        SecretDelivery secretDelivery,
        @Embedded.Nullable(prefix = "password_") PasswordRules passwordRules,
        long passwordRulesVersion,
        EmailDomains emailDomains,
        long emailDomainsVersion,
        long organisationVersion) {

    private static final int ONLY = 1;

    /** A new account, with default settings. */
    static Account founded(String companyName) {
        return new Account(
                ONLY,
                null,
                companyName,
                "",
                null,
                0,
                SecretDelivery.BY_EMAIL,
                PasswordRules.DEFAULT,
                0,
                EmailDomains.ALL,
                0,
                0);
    }

    /** Whether everyone who signs in at that time needs a code. */
    public boolean isTwoFactorEnforcedAt(Instant now) {
        return enforcedSince != null && !enforcedSince.isAfter(now);
    }

    /** Whether everyone will need a code from a later time on. */
    public boolean isTwoFactorPlannedAt(Instant now) {
        return enforcedSince != null && enforcedSince.isAfter(now);
    }

    /** Whether secrets that the account assigns are mailed. */
    public boolean mailsSecrets() {
        return secretDelivery == SecretDelivery.BY_EMAIL;
    }

    /** The account with another delivery of secrets. */
    Account delivering(SecretDelivery delivery) {
        return with(organisation(), delivery, rules(), domains());
    }

    /**
     * The account with other rules for new passwords.
     *
     * @throws StaleVersionException if that is no longer the version of the rules
     */
    Account asking(Versioned<PasswordRules> wanted) {
        require(wanted.version() == passwordRulesVersion);
        return with(
                organisation(), secretDelivery, new Versioned<>(passwordRulesVersion + 1, wanted.value()), domains());
    }

    /**
     * The account with other domains whose addresses can be invited.
     *
     * @throws StaleVersionException if that is no longer the version of the domains
     */
    Account inviting(Versioned<EmailDomains> wanted) {
        require(wanted.version() == emailDomainsVersion);
        return with(organisation(), secretDelivery, rules(), new Versioned<>(emailDomainsVersion + 1, wanted.value()));
    }

    /**
     * The account with another name or contact.
     *
     * @throws StaleVersionException if that is no longer the version of the two
     */
    Account presenting(Versioned<Organisation> wanted) {
        require(wanted.version() == organisationVersion);
        return with(new Versioned<>(organisationVersion + 1, wanted.value()), secretDelivery, rules(), domains());
    }

    /** What users see of the organisation, for those who edit it. */
    Versioned<Organisation> organisation() {
        return new Versioned<>(organisationVersion, new Organisation(companyName, helpContact));
    }

    /** The rules for new passwords, for those who edit them. */
    Versioned<PasswordRules> rules() {
        return new Versioned<>(passwordRulesVersion, passwordRules);
    }

    /** The domains whose addresses can be invited, for those who edit them. */
    Versioned<EmailDomains> domains() {
        return new Versioned<>(emailDomainsVersion, emailDomains);
    }

    private Account with(
            Versioned<Organisation> organisation,
            SecretDelivery delivery,
            Versioned<PasswordRules> rules,
            Versioned<EmailDomains> domains) {
        return new Account(
                id,
                version,
                organisation.value().name(),
                organisation.value().helpContact(),
                enforcedSince,
                enforcementVersion,
                delivery,
                rules.value(),
                rules.version(),
                domains.value(),
                domains.version(),
                organisation.version());
    }

    private static void require(boolean unchanged) {
        if (!unchanged) {
            throw new StaleVersionException();
        }
    }
}
