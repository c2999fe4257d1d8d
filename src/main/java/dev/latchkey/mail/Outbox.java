package dev.latchkey.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes messages in the transaction of what caused them; they leave soon after it commits, and never if it does not. */
@Service
public class Outbox {

    private static final String INSERT = """
            INSERT INTO outbox_message (kind, recipient_id, reference, bulk, created_at, next_attempt_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final int BATCH = 1_000;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcTemplate batches, JdbcClient jdbc, Clock clock) {
        this.batches = batches;
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
        insert(kind, List.of(recipientId), reference, false);
    }

    /** Puts one message for each of many into the outbox; they let every single message go first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueueForAll(String kind, Collection<Long> recipientIds, long reference) {
        insert(kind, recipientIds, reference, true);
    }

    /** Withdraws every message of that kind that has not left yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawAll(String kind) {
        jdbc.sql("UPDATE outbox_message SET status = 'SUPERSEDED' WHERE kind = :kind AND status = 'WAITING'")
                .param("kind", kind)
                .update();
    }

    /** Withdraws the messages of that kind to one recipient that have not left yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(String kind, long recipientId) {
        jdbc.sql("""
                        UPDATE outbox_message SET status = 'SUPERSEDED'
                        WHERE recipient_id = :recipient AND kind = :kind AND status = 'WAITING'
                        """).param("kind", kind).param("recipient", recipientId).update();
    }

    /** How many messages of that kind were put in for the recipient since then. */
    @Transactional(readOnly = true)
    public int countSince(String kind, long recipientId, Instant since) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM outbox_message
                        WHERE recipient_id = :recipient AND kind = :kind AND created_at > :since
                        """)
                .param("kind", kind)
                .param("recipient", recipientId)
                .param("since", since)
                .query(Integer.class)
                .single();
    }

    private void insert(String kind, Collection<Long> recipientIds, long reference, boolean bulk) {
        var now = Timestamp.from(clock.instant());
        batches.batchUpdate(INSERT, recipientIds, BATCH, (statement, recipientId) -> {
            statement.setString(1, kind);
            statement.setLong(2, recipientId);
            statement.setLong(3, reference);
            statement.setBoolean(4, bulk);
            statement.setTimestamp(5, now);
            statement.setTimestamp(6, now);
        });
    }
}
