package dev.latchkey.user.address.repair;

import org.springframework.modulith.NamedInterface;

/**
 * What is wrong with the address of a user from before addresses were normalized. Only users with {@link #HAS_TWIN} can log in: an
 * address that is not normalized matches nothing that is typed.
 */
@NamedInterface("api")
public enum AddressProblem {
    /** Normalized, it would be the address of another user, or of several; it was not changed. */
    SAME_AS_ANOTHER("users.address.same-as-another", "mail.address-problems.same-as-another"),
    /** Already normalized; another user has the same address in another spelling. */
    HAS_TWIN("users.address.has-twin", "mail.address-problems.has-twin"),
    /** No mail can be sent to it; it was not changed. */
    NOT_USABLE("users.address.not-usable", "mail.address-problems.not-usable"),
    /**
     * Mail to it went to another domain, because some of its characters were truncated. Somebody who reads mail there may have
     * signed up; so the address of a registered user was not changed, and the link of an invited user is void.
     */
    MISDIRECTED("users.address.misdirected", "mail.address-problems.misdirected");

    private final String messageKey;
    private final String mailKey;

    AddressProblem(String messageKey, String mailKey) {
        this.messageKey = messageKey;
        this.mailKey = mailKey;
    }

    /** The key of its text for use next to the address. */
    public String messageKey() {
        return messageKey;
    }

    /** The key of a sentence for mails that takes the address. */
    String mailKey() {
        return mailKey;
    }
}
