package dev.latchkey.mail;

/** Where a message stands. */
public enum DeliveryStatus {
    WAITING,
    SENT,
    /** The mail server will never take it, or has refused it too often. */
    FAILED,
    /** Withdrawn: what it was about is over. */
    SUPERSEDED
}
