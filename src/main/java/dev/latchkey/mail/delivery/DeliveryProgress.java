package dev.latchkey.mail.delivery;

import org.springframework.modulith.NamedInterface;

/**
 * The progress of a run of messages.
 *
 * @param sent accepted by a mail server
 * @param waiting to be tried, or tried again
 * @param failed never accepted by a mail server
 */
@NamedInterface("api")
public record DeliveryProgress(int sent, int waiting, int failed) {

    /** All messages of the run. */
    public int total() {
        return sent + waiting + failed;
    }

    /** Whether nothing is left to do. */
    public boolean isOver() {
        return waiting == 0;
    }
}
