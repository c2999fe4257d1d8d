package dev.latchkey.mail;

import java.util.List;
import java.util.Optional;

/** A feature's part of the outbox: composes its messages at the moment of sending. */
public interface MailComposer {

    /** How it composes each of its kinds. */
    List<Composition<?>> compositions();

    /** How messages of one kind are composed. */
    record Composition<R>(MailKind<R> kind, Writer<R> writer) {

        /** The current message; empty if it should no longer be sent. */
        public Optional<MailContent> compose(OutboxMessage message) {
            return writer.write(message.recipientId(), kind.read().apply(message.reference()));
        }
    }

    /** Composes messages of one kind. */
    @FunctionalInterface
    interface Writer<R> {

        /**
         * Composes the message from the current state, outside any transaction of the outbox.
         *
         * @param about as given to the {@link Outbox}
         * @return empty if it should no longer be sent, for example because the user is gone or the version is superseded
         */
        Optional<MailContent> write(long recipientId, R about);
    }
}
