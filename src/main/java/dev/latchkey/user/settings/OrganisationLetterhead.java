package dev.latchkey.user.settings;

import dev.latchkey.account.AccountService;
import dev.latchkey.mail.Letterhead;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the organisation's name above each mail. */
@Component
class OrganisationLetterhead implements Letterhead {

    private final AccountService accounts;

    OrganisationLetterhead(AccountService accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return accounts.current().companyName();
    }

    @Override
    public @Nullable Picture logo() {
        return null;
    }
}
