package dev.latchkey.mail;

/** The status of a message. */
public enum DeliveryStatus {
    WAITING,
    SENT,
    /** The mail server will never accept it, or has refused it too often. */
    FAILED,
    /** Withdrawn, because it is no longer relevant. */
    SUPERSEDED
}
