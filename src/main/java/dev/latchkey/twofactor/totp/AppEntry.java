package dev.latchkey.twofactor.totp;

import org.springframework.modulith.NamedInterface;

/**
 * How an authenticator app names the secret of an account. It keeps that name, whatever the organisation or the user is called later.
 *
 * @param issuer empty if the app shows none
 * @param account empty if the app shows none
 */
@NamedInterface("api")
public record AppEntry(String issuer, String account) {

    /** Takes the colons out, which the format of key URIs reserves. */
    public AppEntry {
        issuer = withoutColons(issuer);
        account = withoutColons(account);
    }

    /** The name as users look for it. */
    public String text() {
        if (issuer.isEmpty() || account.isEmpty()) {
            return issuer + account;
        }
        return issuer + " (" + account + ")";
    }

    /**
     * The name for somebody who has not proven to be the user and knows that address: another address, or the name at another server,
     * would help to make up a believable call. Empty if nothing else is left.
     */
    public String textFor(String knownAddress) {
        return account.equalsIgnoreCase(knownAddress) ? text() : issuer;
    }

    private static String withoutColons(String text) {
        return text.replace(':', ' ').replaceAll(" +", " ").strip();
    }
}
