package dev.latchkey.mail;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes messages in the transaction of what caused them; they leave soon after it commits, and never if it does not. */
@Service
public class Outbox {

    private static final String INSERT = """
            INSERT INTO outbox_message (kind, recipient_id, reference, created_at, next_attempt_at)
            VALUES (:kind, :recipient, :reference, :now, :now)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Puts a message into the outbox.
     *
     * @param kind one that a {@link MailComposer} composes
     * @param reference what the message is about, in the words of its kind; never a secret
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(String kind, long recipientId, long reference) {
        jdbc.sql(INSERT)
                .param("kind", kind)
                .param("recipient", recipientId)
                .param("reference", reference)
                .param("now", clock.instant())
                .update();
    }
}
