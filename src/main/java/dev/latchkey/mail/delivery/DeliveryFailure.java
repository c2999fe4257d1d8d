package dev.latchkey.mail.delivery;

import jakarta.mail.MessagingException;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Why a message was not sent this time.
 *
 * @param permanent whether it never will be; only a refusal of the recipient is, because a wrong sender, password or content filter
 *     can be fixed
 * @param words the mail server's reply; empty if there was none
 */
public record DeliveryFailure(DeliveryProblem problem, boolean permanent, String words) {

    private static final int PERMANENT_REPLIES = 500;

    // RFC 5321, 4.2
    private static final Pattern REPLY = Pattern.compile("(?s)[2-5]\\d\\d[ -].*");

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
        @Nullable String reply = null;
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException refused) {
                return refused(refused.getReturnCode() >= PERMANENT_REPLIES, words(refused));
            }
            if (REPLY.matcher(words(cause)).matches()) {
                reply = words(cause);
            }
        }
        return reply == null ? new DeliveryFailure(DeliveryProblem.UNREACHABLE, false, "") : refused(false, reply);
    }

    private static DeliveryFailure refused(boolean permanent, String words) {
        return new DeliveryFailure(DeliveryProblem.REFUSED, permanent, words);
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause instanceof MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : cause.getCause();
    }

    private static String words(Throwable cause) {
        var message = cause.getMessage();
        return message == null ? "" : message.strip();
    }
}
