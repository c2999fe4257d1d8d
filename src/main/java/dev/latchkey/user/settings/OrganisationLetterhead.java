package dev.latchkey.user.settings;

import dev.latchkey.account.AccountService;
import dev.latchkey.account.branding.Branding;
import dev.latchkey.mail.Letterhead;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the organisation's name and logo above each mail. */
@Component
class OrganisationLetterhead implements Letterhead {

    private final AccountService accounts;
    private final Branding branding;

    OrganisationLetterhead(AccountService accounts, Branding branding) {
        this.accounts = accounts;
        this.branding = branding;
    }

    @Override
    public String name() {
        return accounts.current().companyName();
    }

    @Override
    public @Nullable Picture logo() {
        return branding.logo()
                .map(logo -> new Picture(logo.png(), logo.shownWidth(), logo.shownHeight()))
                .orElse(null);
    }
}
