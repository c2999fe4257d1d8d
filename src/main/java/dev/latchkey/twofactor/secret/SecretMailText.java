package dev.latchkey.twofactor.secret;

import dev.latchkey.account.Account;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailDraft;
import dev.latchkey.mail.MailDrafts;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.MailRecipient;
import dev.latchkey.twofactor.totp.AppEntry;
import dev.latchkey.twofactor.totp.KeyUri;
import dev.latchkey.twofactor.totp.QrCode;
import dev.latchkey.twofactor.totp.TotpSecret;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * The words of a {@link SecretMail}: enough for somebody who has never seen an authenticator app, on the phone that shows the mail
 * as well as on a computer.
 */
@Component
public class SecretMailText {

    private static final String LOGIN_PATH = "/login";

    private final MailDrafts drafts;

    SecretMailText(MailDrafts drafts) {
        this.drafts = drafts;
    }

    /** The mail that enforcement brings, as the account delivers secrets, with a secret that is nobody's. */
    MailContent sample(Account account, MailRecipient reader, TotpSecret nobodys, String nobody, Instant expiresAt) {
        var entry = new AppEntry(account.companyName(), nobody);
        return account.mailsSecrets()
                ? withSecret(SecretMail.SECRET_ENFORCED, account, reader, nobodys, entry, expiresAt)
                : onScreen(SecretMail.SECRET_ENFORCED, account, reader);
    }

    /** The mail that contains the secret. */
    MailContent withSecret(
            MailKind<?> mail,
            Account account,
            MailRecipient reader,
            TotpSecret secret,
            AppEntry entry,
            Instant expiresAt) {
        var company = account.companyName();
        var keyUri = KeyUri.of(secret, entry);
        var draft = begun(mail, textOf(mail), account, reader)
                .step("mail.secret.step-app")
                .step("mail.secret.step-add", company)
                .secretKey(secret.grouped(), keyUri, QrCode.png(keyUri))
                .step(
                        isAtSignIn(mail) ? "mail.secret.step-log-in-again" : "mail.secret.step-log-in",
                        reader.email(),
                        company)
                .link("mail.secret.link", LOGIN_PATH)
                .paragraph("mail.secret.expiry", expiresAt);
        return finished(draft, account).under(subjectOf(mail), company);
    }

    /** The mail that says that the secret will be on the screen after the password. */
    MailContent onScreen(MailKind<?> mail, Account account, MailRecipient reader) {
        var isReset = mail.equals(SecretMail.SECRET_RESET);
        var draft = begun(mail, isReset ? "mail.secret-reset.on-screen-text" : textOf(mail), account, reader)
                .step("mail.secret.step-app")
                .step("mail.secret.step-log-in-on-screen", reader.email())
                .step("mail.secret.step-code")
                .link("mail.secret.link", LOGIN_PATH)
                .paragraph("mail.secret.on-screen");
        return finished(draft, account).under(subjectOf(mail), account.companyName());
    }

    /** The mail that says why the secret is not in it. */
    MailContent held(MailKind<?> mail, Account account, MailRecipient reader) {
        var draft = begun(mail, textOf(mail), account, reader)
                .paragraph("mail.secret.held")
                .link("mail.secret.link", LOGIN_PATH);
        return finished(draft, account).under(subjectOf(mail), account.companyName());
    }

    private MailDraft begun(MailKind<?> mail, String textKey, Account account, MailRecipient reader) {
        var told = drafts.greeting(reader).paragraph(textKey, account.companyName(), reader.email());
        return withCause(mail, told).paragraph("mail.secret.why");
    }

    /** Somebody else may have given the password; an administrator or the enforcement is told in the text. */
    private static MailDraft withCause(MailKind<?> mail, MailDraft draft) {
        return isAtSignIn(mail) ? draft.occasion().paragraph("mail.secret.not-you") : draft;
    }

    private static boolean isAtSignIn(MailKind<?> mail) {
        return mail.equals(SecretMail.SECRET_AT_SIGN_IN) || mail.equals(SecretMail.SECRET_AGAIN);
    }

    private static String textOf(MailKind<?> mail) {
        return "mail." + mail.key() + ".text";
    }

    private static String subjectOf(MailKind<?> mail) {
        return "mail." + mail.key() + ".subject";
    }

    /** Says how to set up an app in the profile, step by step, with the link that opens it. */
    public static MailDraft inProfile(MailDraft draft, MailRecipient reader) {
        return draft.step("mail.secret.step-app")
                .step("mail.set-up.step-open", reader.email())
                .step("mail.secret.step-code")
                .link("mail.set-up.link", "/profile?set-up");
    }

    /** Ends a mail about setting up an app: keep the secret to yourself, and ask for help there. */
    public static MailDraft finished(MailDraft draft, Account account) {
        draft.paragraph("mail.secret.keep");
        return account.helpContact().isEmpty()
                ? draft.paragraph("mail.secret.help-administrator")
                : draft.paragraph("mail.secret.help", account.helpContact());
    }
}
