package dev.latchkey.user;

import dev.latchkey.account.AccountService;
import dev.latchkey.mail.MailBlock;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells administrators which users have an address with an {@link AddressProblem}, as things stand when it leaves. */
@Component
class AddressProblemMail implements MailComposer {

    static final String KIND = "ADDRESS_PROBLEMS";

    private static final int MOST = 50;

    private final UserRepository users;
    private final StoredAddressRepository addresses;
    private final AccountService accounts;
    private final MailProperties properties;
    private final MessageSource messages;

    AddressProblemMail(
            UserRepository users,
            StoredAddressRepository addresses,
            AccountService accounts,
            MailProperties properties,
            MessageSource messages) {
        this.users = users;
        this.addresses = addresses;
        this.accounts = accounts;
        this.properties = properties;
        this.messages = messages;
    }

    @Override
    public boolean composes(String kind) {
        return KIND.equals(kind);
    }

    @Override
    public Optional<MailContent> compose(String kind, long recipientId, long reference) {
        var problems = addresses.withProblems(MOST + 1);
        return problems.isEmpty()
                ? Optional.empty()
                : users.findById(recipientId).filter(User::isActive).map(user -> content(user, problems));
    }

    private MailContent content(User user, List<StoredAddress> problems) {
        var locale = user.locale();
        var blocks = new ArrayList<MailBlock>();
        blocks.add(paragraph("mail.greeting", locale, user.displayName()));
        blocks.add(paragraph("mail.address-problems.text", locale));
        problems.stream()
                .limit(MOST)
                .map(address -> paragraph(
                        Objects.requireNonNull(address.addressProblem()).mailKey(),
                        locale,
                        VisibleText.of(address.email())))
                .forEach(blocks::add);
        if (problems.size() > MOST) {
            blocks.add(paragraph("mail.address-problems.more", locale));
        }
        blocks.add(paragraph("mail.address-problems.how", locale));
        blocks.add(new MailBlock.Link(
                text("mail.address-problems.link", locale), properties.linkTo("/access-management/users")));
        var company = accounts.current().companyName();
        return new MailContent(user.email(), locale, text("mail.address-problems.subject", locale, company), blocks);
    }

    private MailBlock.Paragraph paragraph(String key, Locale locale, Object... arguments) {
        return new MailBlock.Paragraph(text(key, locale, arguments));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
