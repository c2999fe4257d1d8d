package dev.latchkey.mail.delivery;

import org.springframework.modulith.NamedInterface;

/** Why a message has not been sent. */
@NamedInterface("api")
public enum DeliveryProblem {
    /** The mail server refused it; its reply is stored separately. */
    REFUSED,
    /** There was no connection to the mail server, or it did not answer. */
    UNREACHABLE,
    /** It could not be composed, for a reason that may be temporary. */
    NOT_COMPOSED,
    /** No mail can be sent to the recipient's stored address. */
    NO_ADDRESS
}
