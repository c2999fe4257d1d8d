package dev.latchkey.twofactor.totp;

import dev.samstevens.totp.qr.QrData;

/** The {@code otpauth:} URI of a secret, in the key URI format of Google Authenticator. */
public final class KeyUri {

    private KeyUri() {}

    /** Builds the URI of a secret with the standard parameters, for an entry of that name. */
    public static String of(TotpSecret secret, AppEntry entry) {
        return new QrData.Builder()
                .label(entry.issuer() + ":" + entry.account())
                .issuer(entry.issuer())
                .secret(secret.base32())
                .algorithm(TotpParameters.STANDARD.algorithm().hashing())
                .digits(TotpParameters.STANDARD.digits())
                .period(TotpParameters.STANDARD.periodSeconds())
                .build()
                .getUri();
    }
}
