package dev.latchkey.twofactor.secret;

import dev.latchkey.account.AccountService;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.MailKind.Nothing;
import dev.latchkey.twofactor.TwoFactorProperties;
import dev.latchkey.twofactor.totp.TotpSecret;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The mail that enforcement brings, for an administrator to look at before it goes to everybody. It says that it is a sample, and its
 * secret was generated for it alone: nothing stores it.
 */
@Component
public class SecretMailSample implements MailComposer {

    /** A sample in the mailbox of the administrator who asked for it. */
    public static final MailKind<Nothing> KIND = MailKind.plain("SECRET_SAMPLE");

    private final SecretMailText text;
    private final AccountService accounts;
    private final UserService users;
    private final TwoFactorProperties properties;
    private final MessageSource messages;
    private final SampleMark mark;
    private final Clock clock;

    SecretMailSample(
            SecretMailText text,
            AccountService accounts,
            UserService users,
            TwoFactorProperties properties,
            MessageSource messages,
            SampleMark mark,
            Clock clock) {
        this.text = text;
        this.accounts = accounts;
        this.users = users;
        this.properties = properties;
        this.messages = messages;
        this.mark = mark;
        this.clock = clock;
    }

    @Override
    public List<Composition<?>> compositions() {
        return List.of(new Composition<>(KIND, (recipientId, nothing) -> forReader(recipientId)));
    }

    /** The sample in that user's language; empty if they are no longer active. */
    public Optional<MailContent> forReader(long userId) {
        return users.find(userId).filter(User::isActive).map(this::marked);
    }

    private MailContent marked(User reader) {
        var account = accounts.current();
        // Not the reader's address: an app might replace their own entry by one of the same name
        var entry = messages.getMessage("mail.secret-sample.entry", null, reader.locale());
        var expiresAt = clock.instant().plus(properties.pendingSecretLife());
        var sample = text.sample(account, reader, TotpSecret.generate(), entry, expiresAt);
        return mark.on(
                sample, account.mailsSecrets() ? "mail.secret-sample.text" : "mail.secret-sample.text-without-key");
    }
}
