package dev.latchkey.user.settings;

import dev.latchkey.account.AccountService;
import dev.latchkey.account.EmailDomains;
import dev.latchkey.account.PasswordRules;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.StaleVersionException;
import dev.latchkey.common.Versioned;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedTo;
import dev.latchkey.user.access.SteppedUpActor;
import java.util.ArrayList;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The account's settings for its users: password rules, and the domains that can be invited. */
@Service
@NamedInterface("api")
public class AccountSettings {

    private final AccountService accounts;
    private final AuditTrail auditTrail;

    AccountSettings(AccountService accounts, AuditTrail auditTrail) {
        this.accounts = accounts;
        this.auditTrail = auditTrail;
    }

    /** The rules for new passwords. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    public Versioned<PasswordRules> passwordRules() {
        return accounts.passwordRulesToEdit();
    }

    /**
     * Changes the rules for new passwords; existing passwords stay valid.
     *
     * @throws StaleVersionException if that is no longer the version of the rules
     */
    @SteppedUpActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public void changePasswordRules(long actorId, Versioned<PasswordRules> wanted) {
        accounts.setPasswordRules(wanted);
        auditTrail.record(AuditAction.PASSWORD_RULES_CHANGED, actorId, null, "", inWords(wanted.value()));
    }

    /** The domains whose addresses can be invited. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    public Versioned<EmailDomains> emailDomains() {
        return accounts.emailDomainsToEdit();
    }

    /**
     * Changes the domains whose addresses can be invited; existing users stay.
     *
     * @throws StaleVersionException if that is no longer the version of the domains
     */
    @SteppedUpActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public void changeEmailDomains(long actorId, Versioned<EmailDomains> wanted) {
        accounts.setEmailDomains(wanted);
        var domains = String.join(", ", wanted.value().domains());
        auditTrail.record(AuditAction.EMAIL_DOMAINS_CHANGED, actorId, null, "", domains);
    }

    /** Constant names, as for permissions in the trail. */
    private static String inWords(PasswordRules rules) {
        var words = new ArrayList<String>();
        words.add(String.valueOf(rules.minimumLength()));
        if (rules.upperCase()) {
            words.add("UPPER_CASE");
        }
        if (rules.lowerCase()) {
            words.add("LOWER_CASE");
        }
        if (rules.digit()) {
            words.add("DIGIT");
        }
        if (rules.specialCharacter()) {
            words.add("SPECIAL_CHARACTER");
        }
        return String.join(", ", words);
    }
}
