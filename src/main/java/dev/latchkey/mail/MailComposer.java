package dev.latchkey.mail;

import java.util.List;
import java.util.Optional;

/** A feature's side of the outbox: puts the words of its messages together at the moment of sending. */
public interface MailComposer {

    /** How it composes each kind that is its own. */
    List<Composition<?>> compositions();

    /** How messages of one kind are composed. */
    record Composition<R>(MailKind<R> kind, Writer<R> writer) {

        /** The message as things stand now; empty where it is no longer to be sent. */
        public Optional<MailContent> compose(OutboxMessage message) {
            return writer.write(message.recipientId(), kind.read().apply(message.reference()));
        }
    }

    /** Writes messages of one kind. */
    @FunctionalInterface
    interface Writer<R> {

        /**
         * Writes the message as things stand now, outside any transaction of the outbox.
         *
         * @param about what was given to the {@link Outbox}
         * @return empty where it is no longer to be sent, as when the user is gone or the version is superseded
         */
        Optional<MailContent> write(long recipientId, R about);
    }
}
