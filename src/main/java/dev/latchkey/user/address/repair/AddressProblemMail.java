package dev.latchkey.user.address.repair;

import dev.latchkey.account.AccountService;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailDrafts;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.MailKind.Nothing;
import dev.latchkey.user.User;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.address.VisibleText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells administrators which users have an address with an {@link AddressProblem} at the time of sending. */
@Component
class AddressProblemMail implements MailComposer {

    static final MailKind<Nothing> KIND = MailKind.plain("ADDRESS_PROBLEMS");

    private static final int MOST = 50;

    private final UserRepository users;
    private final StoredAddressRepository addresses;
    private final AccountService accounts;
    private final MailDrafts drafts;

    AddressProblemMail(
            UserRepository users, StoredAddressRepository addresses, AccountService accounts, MailDrafts drafts) {
        this.users = users;
        this.addresses = addresses;
        this.accounts = accounts;
        this.drafts = drafts;
    }

    @Override
    public List<Composition<?>> compositions() {
        return List.of(new Composition<>(KIND, (recipientId, nothing) -> compose(recipientId)));
    }

    private Optional<MailContent> compose(long recipientId) {
        var problems = addresses.withProblems(MOST + 1);
        return problems.isEmpty()
                ? Optional.empty()
                : users.findById(recipientId).filter(User::isActive).map(user -> content(user, problems));
    }

    private MailContent content(User user, List<StoredAddress> problems) {
        var draft = drafts.greeting(user).paragraph("mail.address-problems.text");
        problems.stream()
                .limit(MOST)
                .forEach(address -> draft.paragraph(
                        Objects.requireNonNull(address.addressProblem()).mailKey(), VisibleText.of(address.email())));
        if (problems.size() > MOST) {
            draft.paragraph("mail.address-problems.more");
        }
        return draft.paragraph("mail.address-problems.how")
                .link("mail.address-problems.link", "/access-management/users")
                .under("mail.address-problems.subject", accounts.current().companyName());
    }
}
