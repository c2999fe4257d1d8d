package dev.latchkey.twofactor.keyset;

import dev.latchkey.twofactor.TwoFactorProperties;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Creates the {@link BrowserSeal} of each purpose, from the keyset and therefore the same on every node. */
@Component
@NamedInterface("api")
public final class BrowserSeals {

    private final KeysetKeys keyset;

    BrowserSeals(TwoFactorProperties properties) {
        this.keyset = KeysetKeys.read(properties.keysetFile());
    }

    /** The seal of that purpose; it cannot open what was sealed for another. */
    public BrowserSeal forPurpose(String purpose) {
        return new BrowserSeal(keyset.currentKeyId(), keyset.derive("latchkey browser: " + purpose));
    }
}
