package dev.latchkey.mail;

import java.time.Instant;

/**
 * A message on its way.
 *
 * @param nextAttemptAt when a waiting one is tried again
 * @param failure what the mail server said the last time; empty where it has not refused
 */
public record Delivery(long id, long recipientId, DeliveryStatus status, Instant nextAttemptAt, String failure) {}
