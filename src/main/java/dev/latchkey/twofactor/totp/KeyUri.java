package dev.latchkey.twofactor.totp;

import dev.samstevens.totp.code.HashingAlgorithm;
import dev.samstevens.totp.qr.QrData;

/** The {@code otpauth:} address of a secret, in the key URI format of Google Authenticator. */
public final class KeyUri {

    private KeyUri() {}

    /** Writes the address; issuer and account name lose their colons, which the format keeps for itself. */
    public static String of(TotpSecret secret, String issuer, String accountName) {
        var plainIssuer = withoutColons(issuer);
        return new QrData.Builder()
                .label(plainIssuer + ":" + withoutColons(accountName))
                .issuer(plainIssuer)
                .secret(secret.base32())
                .algorithm(HashingAlgorithm.SHA1)
                .digits(Totp.DIGITS)
                .period(Totp.STEP_SECONDS)
                .build()
                .getUri();
    }

    private static String withoutColons(String text) {
        return text.replace(':', ' ').replaceAll(" +", " ").strip();
    }
}
