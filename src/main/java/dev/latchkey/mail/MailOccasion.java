package dev.latchkey.mail;

import dev.latchkey.common.client.Client;
import java.time.Instant;

/**
 * When and from where something happened that a message is about; of several, the latest.
 *
 * @param client {@link Client#NONE} if it was no request, or is not known
 */
public record MailOccasion(Instant at, Client client) {

    /** Now, by the client of the request that this thread answers. */
    static MailOccasion now(Instant now) {
        return new MailOccasion(now, Client.current());
    }
}
