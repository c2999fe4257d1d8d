package dev.latchkey.mail;

import dev.latchkey.common.client.Client;
import dev.latchkey.common.client.Device;
import java.time.Instant;

/**
 * A message that this node has claimed.
 *
 * @param claim the number of that claim
 * @param more how many others of its kind it also stands for
 * @param attempts how often it has been tried before
 * @param happenedAt when what it is about happened
 * @param clientAddress the IP address that it came from; empty if it is not known
 * @param clientBrowser see {@link Device#browser()}
 * @param clientSystem see {@link Device#operatingSystem()}
 */
public record OutboxMessage(
        long id,
        long claim,
        String kind,
        long recipientId,
        long reference,
        int more,
        int attempts,
        Instant happenedAt,
        String clientAddress,
        String clientBrowser,
        String clientSystem) {

    /** When and from where it happened. */
    public MailOccasion occasion() {
        return new MailOccasion(happenedAt, new Client(clientAddress, new Device(clientBrowser, clientSystem)));
    }
}
