package dev.latchkey.account;

/** How members get the secret of their second factor when the account assigns one. */
public enum SecretDelivery {
    /** By mail, as a QR code and a key. */
    BY_EMAIL,
    /** On the page after their password, at their next sign-in; no secret is ever mailed. */
    ON_SCREEN
}
