package dev.latchkey.mail;

/**
 * A message that this node has claimed.
 *
 * @param claim the number of that claim
 * @param more how many others of its kind it also stands for
 * @param attempts how often it has been tried before
 */
public record OutboxMessage(
        long id, long claim, String kind, long recipientId, long reference, int more, int attempts) {}
