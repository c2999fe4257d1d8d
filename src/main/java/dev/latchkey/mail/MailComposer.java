package dev.latchkey.mail;

import java.util.Optional;

/** A feature's side of the outbox: puts the words of one kind of message together at the moment of sending. */
public interface MailComposer {

    /** Whether messages of that kind are this composer's. */
    boolean composes(String kind);

    /**
     * Composes the message as things stand now, outside any transaction of the outbox.
     *
     * @param reference what was given to {@link Outbox#enqueue}
     * @return empty where it is no longer to be sent, as when the user is gone or the version is superseded
     */
    Optional<MailContent> compose(String kind, long recipientId, long reference);
}
