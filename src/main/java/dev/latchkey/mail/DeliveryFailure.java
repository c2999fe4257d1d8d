package dev.latchkey.mail;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Why a message did not leave.
 *
 * @param permanent whether the mail server will never take it (a 5xx reply, RFC 5321, 4.2.1)
 * @param reason the server's own words
 */
record DeliveryFailure(boolean permanent, String reason) {

    private static final int PERMANENT_REPLIES = 500;

    /** Reads the reply code out of the chain of exceptions that Jakarta Mail wraps it in. */
    static DeliveryFailure of(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException refused) {
                return new DeliveryFailure(refused.getReturnCode() >= PERMANENT_REPLIES, message(refused));
            }
            if (cause instanceof SMTPSendFailedException refused && refused.getNextException() == null) {
                return new DeliveryFailure(refused.getReturnCode() >= PERMANENT_REPLIES, message(refused));
            }
        }
        return new DeliveryFailure(false, message(failure));
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause instanceof jakarta.mail.MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : cause.getCause();
    }

    private static String message(Throwable cause) {
        var message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message.strip();
    }
}
