package dev.latchkey.mail.delivery;

import dev.latchkey.mail.fault.SmtpReply;

/**
 * Why a message was not sent this time.
 *
 * @param permanent whether it never will be; only a refusal of the mailbox is, because a wrong sender, password, relay or content
 *     filter can be fixed
 * @param words the mail server's reply; empty if there was none
 */
public record DeliveryFailure(DeliveryProblem problem, boolean permanent, String words) {

    /** The message could not be composed; the cause may be temporary. */
    public static DeliveryFailure notComposed() {
        return new DeliveryFailure(DeliveryProblem.NOT_COMPOSED, false, "");
    }

    /** No mail can be sent to the recipient. */
    public static DeliveryFailure noAddress() {
        return new DeliveryFailure(DeliveryProblem.NO_ADDRESS, true, "");
    }

    /** Finds the mail server's reply in the chain of exceptions that Jakarta Mail wraps it in. */
    public static DeliveryFailure of(Exception failure) {
        return SmtpReply.in(failure)
                .map(reply -> new DeliveryFailure(DeliveryProblem.REFUSED, reply.refusesTheMailbox(), reply.words()))
                .orElse(new DeliveryFailure(DeliveryProblem.UNREACHABLE, false, ""));
    }
}
