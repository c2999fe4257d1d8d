package dev.latchkey.mail;

/**
 * A message that this node has claimed.
 *
 * @param claim which claim of its that was
 * @param more how many others of its kind it stands for
 * @param attempts how often it has been tried before
 */
public record OutboxMessage(
        long id, long claim, String kind, long recipientId, long reference, int more, int attempts) {}
