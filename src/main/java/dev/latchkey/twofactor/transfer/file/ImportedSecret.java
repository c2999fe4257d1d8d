package dev.latchkey.twofactor.transfer.file;

import dev.latchkey.common.text.DisplayName;
import dev.latchkey.twofactor.totp.AppEntry;
import dev.latchkey.twofactor.totp.TotpParameters;
import dev.latchkey.twofactor.totp.TotpSecret;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/**
 * The secret of an authenticator app that somebody uses at another server.
 *
 * @param entry how the app names it, after that server; empty if the file does not say so
 */
@NamedInterface("api")
public record ImportedSecret(TotpSecret secret, TotpParameters parameters, Optional<AppEntry> entry) {

    private static final int LONGEST_ISSUER = 255;
    private static final int LONGEST_ACCOUNT = 320;

    /** The same secret, with what the app shows; a name that could not be shown on a page counts as none. */
    ImportedSecret named(String issuer, String account) {
        var name = new AppEntry(shown(issuer, LONGEST_ISSUER), shown(account, LONGEST_ACCOUNT));
        return new ImportedSecret(
                secret,
                parameters,
                Optional.of(name).filter(known -> !known.text().isEmpty()));
    }

    private static String shown(String name, int longest) {
        return DisplayName.isAllowed(name, longest) ? name : "";
    }
}
