package dev.latchkey.mail.rendering;

import java.util.UUID;

/**
 * Ids in messages, all unique in the world (RFC 5322, 3.6.4).
 *
 * @param domain one that belongs to the sender
 */
record MessageIds(String domain) {

    /** A new one, without angle brackets. */
    String next() {
        return UUID.randomUUID() + "@" + domain;
    }

    /** The id of all mail of this installation as a list (RFC 2919). */
    String listId() {
        return "latchkey." + domain;
    }
}
