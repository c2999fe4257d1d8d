package dev.latchkey.mail;

/**
 * A message that this node has claimed.
 *
 * @param attempts how often it has been tried, this time included
 */
record OutboxMessage(long id, String kind, long recipientId, long reference, int attempts) {}
