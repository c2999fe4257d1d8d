package dev.latchkey.user;

import dev.latchkey.account.AccountService;
import dev.latchkey.account.EmailDomains;
import dev.latchkey.account.PasswordRules;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import java.util.ArrayList;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator decides for the users of the account: how passwords must be, and whom invitations can go to. */
@Service
public class AccountSettings {

    private final AccountService accounts;
    private final AuditTrail auditTrail;

    AccountSettings(AccountService accounts, AuditTrail auditTrail) {
        this.accounts = accounts;
        this.auditTrail = auditTrail;
    }

    /** What the account asks of new passwords. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    public PasswordRules passwordRules() {
        return accounts.passwordRules();
    }

    /** Decides what the account asks of new passwords from now on; passwords that stand stay valid. */
    @SteppedUpActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public void changePasswordRules(long actorId, PasswordRules rules) {
        accounts.setPasswordRules(rules);
        auditTrail.record(AuditAction.PASSWORD_RULES_CHANGED, actorId, null, "", inWords(rules));
    }

    /** The domains whose addresses can be invited. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    public EmailDomains emailDomains() {
        return accounts.emailDomains();
    }

    /** Decides whose addresses can be invited from now on; users who are there already stay. */
    @SteppedUpActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public void changeEmailDomains(long actorId, EmailDomains domains) {
        accounts.setEmailDomains(domains);
        auditTrail.record(AuditAction.EMAIL_DOMAINS_CHANGED, actorId, null, "", String.join(", ", domains.domains()));
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
