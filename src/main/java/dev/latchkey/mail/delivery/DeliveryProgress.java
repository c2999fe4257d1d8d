package dev.latchkey.mail.delivery;

import org.springframework.modulith.NamedInterface;

/**
 * How far a run of messages has come.
 *
 * @param sent what a mail server has taken
 * @param waiting what is yet to be tried, or to be tried again
 * @param failed what a mail server will never take
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
