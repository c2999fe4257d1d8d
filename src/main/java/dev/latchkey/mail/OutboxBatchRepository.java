package dev.latchkey.mail;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Adds messages in batches. Not an interface: Spring Data JDBC cannot batch a custom statement. */
@Repository
class OutboxBatchRepository {

    private static final String INSERT = """
            INSERT INTO outbox_message (
                kind, recipient_id, reference, bulk, created_at, next_attempt_at,
                happened_at, client_address, client_browser, client_system)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final int BATCH = 1_000;

    private final JdbcTemplate batches;

    OutboxBatchRepository(JdbcTemplate batches) {
        this.batches = batches;
    }

    /**
     * Adds one message for each recipient.
     *
     * @param bulk whether they have a lower priority than single messages
     * @param from when that recipient's message is due
     */
    void insert(
            String kind,
            Collection<Long> recipientIds,
            long reference,
            boolean bulk,
            Instant now,
            MailOccasion occasion,
            LongFunction<Instant> from) {
        var createdAt = Timestamp.from(now);
        batches.batchUpdate(INSERT, recipientIds, BATCH, (statement, recipientId) -> {
            statement.setString(1, kind);
            statement.setLong(2, recipientId);
            statement.setLong(3, reference);
            statement.setBoolean(4, bulk);
            statement.setTimestamp(5, createdAt);
            statement.setTimestamp(6, Timestamp.from(from.apply(recipientId)));
            statement.setTimestamp(7, Timestamp.from(occasion.at()));
            statement.setString(8, occasion.client().address());
            statement.setString(9, occasion.client().device().browser());
            statement.setString(10, occasion.client().device().operatingSystem());
        });
    }
}
