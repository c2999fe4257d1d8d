package dev.latchkey.twofactor.totp;

import dev.samstevens.totp.qr.QrData;

/** The {@code otpauth:} URI of a secret, in the key URI format of Google Authenticator. */
public final class KeyUri {

    private KeyUri() {}

    /** Builds the URI of a secret with the standard parameters; issuer and account name lose their colons, which the format reserves. */
    public static String of(TotpSecret secret, String issuer, String accountName) {
        var plainIssuer = withoutColons(issuer);
        return new QrData.Builder()
                .label(plainIssuer + ":" + withoutColons(accountName))
                .issuer(plainIssuer)
                .secret(secret.base32())
                .algorithm(TotpParameters.STANDARD.algorithm().hashing())
                .digits(TotpParameters.STANDARD.digits())
                .period(TotpParameters.STANDARD.periodSeconds())
                .build()
                .getUri();
    }

    private static String withoutColons(String text) {
        return text.replace(':', ' ').replaceAll(" +", " ").strip();
    }
}
