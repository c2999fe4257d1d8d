package dev.latchkey.twofactor.keyset;

import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Creates the {@link BrowserSeal} of each purpose, from the keyset and therefore the same on every node. */
@Component
@NamedInterface("api")
public final class BrowserSeals {

    private final Keyset keyset;

    BrowserSeals(Keyset keyset) {
        this.keyset = keyset;
    }

    /** The seal of that purpose; it cannot open what was sealed for another. */
    public BrowserSeal forPurpose(String purpose) {
        return new BrowserSeal(keyset, "latchkey browser: " + purpose);
    }
}
