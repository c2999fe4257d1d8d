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

/** What an administrator decides for the users of the account: how passwords must be, and whom invitations can go to. */
@Service
@NamedInterface("api")
public class AccountSettings {

    private final AccountService accounts;
    private final AuditTrail auditTrail;

    AccountSettings(AccountService accounts, AuditTrail auditTrail) {
        this.accounts = accounts;
        this.auditTrail = auditTrail;
    }

    /** What the account asks of new passwords. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    public Versioned<PasswordRules> passwordRules() {
        return accounts.passwordRulesToEdit();
    }

    /**
     * Decides what the account asks of new passwords from now on; passwords that stand stay valid.
     *
     * @throws StaleVersionException where that is not the version of the rules any more
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
     * Decides whose addresses can be invited from now on; users who are there already stay.
     *
     * @throws StaleVersionException where that is not the version of the domains any more
     */
    @SteppedUpActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public void changeEmailDomains(long actorId, Versioned<EmailDomains> wanted) {
        accounts.setEmailDomains(wanted);
        var domains = String.join(", ", wanted.value().domains());
        auditTrail.record(AuditAction.EMAIL_DOMAINS_CHANGED, actorId, null, "", domains);
    }

    /** In the trail's own words, as permissions stand there by their names. */
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
