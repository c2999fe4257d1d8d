package dev.latchkey.user.address.repair;

import org.springframework.modulith.NamedInterface;

/**
 * What is wrong with the address of a user who was there before addresses had one form. Only {@link #HAS_TWIN} logs in: an address
 * that is not in the form is nobody's, whatever is typed.
 */
@NamedInterface("api")
public enum AddressProblem {
    /** In its form it would be the address of another user, or of nobody knows which of several; it has stayed as it was. */
    SAME_AS_ANOTHER("users.address.same-as-another", "mail.address-problems.same-as-another"),
    /** In its form already; another user has the same address in another spelling. */
    HAS_TWIN("users.address.has-twin", "mail.address-problems.has-twin"),
    /** No mail can be sent to it; it has stayed as it was. */
    NOT_USABLE("users.address.not-usable", "mail.address-problems.not-usable"),
    /**
     * Mail to it went to another domain, for characters of it were cut. Whoever reads mail there may have signed up; so the address
     * of somebody who has signed up stayed as it was, and the link of somebody invited is void.
     */
    MISDIRECTED("users.address.misdirected", "mail.address-problems.misdirected");

    private final String messageKey;
    private final String mailKey;

    AddressProblem(String messageKey, String mailKey) {
        this.messageKey = messageKey;
        this.mailKey = mailKey;
    }

    /** The key of its words where the address stands beside them. */
    public String messageKey() {
        return messageKey;
    }

    /** The key of a sentence of a mail that takes the address. */
    String mailKey() {
        return mailKey;
    }
}
