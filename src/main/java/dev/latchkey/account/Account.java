package dev.latchkey.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The organisation that this installation serves.
 *
 * @param companyName what an authenticator app shows as the issuer, 1 to 64 characters
 * @param enforcedSince when two-factor authentication was enforced for everyone; null while it is each user's own choice
 * @param enforcementVersion moves with every flip of the enforcement
 */
public record Account(
        String companyName, @Nullable Instant enforcedSince, long enforcementVersion, SecretDelivery secretDelivery) {

    /** The longest company name, in characters: with every one of them an emoji, the QR code still holds the key URI. */
    public static final int COMPANY_NAME_LENGTH = 64;

    /** Whether everyone needs a code at their next sign-in. */
    public boolean isTwoFactorEnforced() {
        return enforcedSince != null;
    }

    /** Whether a secret that the account gives somebody goes into a mail. */
    public boolean mailsSecrets() {
        return secretDelivery == SecretDelivery.BY_EMAIL;
    }
}
