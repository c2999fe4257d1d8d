package dev.latchkey.mail.delivery;

import org.springframework.modulith.NamedInterface;

/** Why a message has not left. */
@NamedInterface("api")
public enum DeliveryProblem {
    /** The mail server has said no; what it said is kept beside. */
    REFUSED,
    /** There was no connection to the mail server, or it did not answer. */
    UNREACHABLE,
    /** It could not be put together, for a reason that may pass. */
    NOT_COMPOSED,
    /** What is stored as the recipient's address is none that mail can go to. */
    NO_ADDRESS
}
