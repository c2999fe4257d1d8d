package dev.latchkey.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes messages in the transaction of what caused them; they leave soon after it commits, and never if it does not. */
@Service
public class Outbox {

    /** How many messages of a kind somebody gets within an hour, where whoever causes them is limited at all. */
    public static final int MESSAGES_AN_HOUR = OutboxPace.MESSAGES;

    private static final String INSERT = """
            INSERT INTO outbox_message (kind, recipient_id, reference, bulk, created_at, next_attempt_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    // One that has to wait for room and has not been tried yet
    private static final String SUM_UP = """
            UPDATE outbox_message SET more = more + 1, reference = :reference
            WHERE recipient_id = :recipient AND kind = :kind AND status = 'WAITING' AND attempts = 0 AND claim IS NULL
              AND next_attempt_at > :now
            """;

    private static final int BATCH = 1_000;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final OutboxPace pace;
    private final Clock clock;

    Outbox(JdbcTemplate batches, JdbcClient jdbc, OutboxPace pace, Clock clock) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.pace = pace;
        this.clock = clock;
    }

    /**
     * Puts a message into the outbox, however many there were before: for what its sender limits otherwise.
     *
     * @param kind one that a {@link MailComposer} composes
     * @param reference what the message is about, in the words of its kind; never a secret
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(String kind, long recipientId, long reference) {
        var now = clock.instant();
        insert(kind, List.of(recipientId), reference, false, recipient -> now);
    }

    /**
     * Tells somebody of something that has happened. After {@value #MESSAGES_AN_HOUR} of a kind within an hour, those that follow
     * are one message, which waits until the hour is over and says how many it stands for: none is lost.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(String kind, long recipientId, long reference) {
        var now = clock.instant();
        var room = pace.roomFor(kind, recipientId);
        if (!room.isAfter(now) || !isSummedUp(kind, recipientId, reference, now)) {
            insert(kind, List.of(recipientId), reference, false, recipient -> room);
        }
    }

    /**
     * Puts a message in the place of all of its kind that have not left yet. After {@value #MESSAGES_AN_HOUR} that have, within an
     * hour, it waits until the hour is over.
     *
     * @return until when it waits; empty where it leaves at once
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Instant> replace(String kind, long recipientId, long reference) {
        withdraw(kind, recipientId);
        var room = pace.roomFor(kind, recipientId);
        insert(kind, List.of(recipientId), reference, false, recipient -> room);
        return Optional.of(room).filter(clock.instant()::isBefore);
    }

    /**
     * Puts one message for each of many into the outbox; they let every single message go first. Whoever has had
     * {@value #MESSAGES_AN_HOUR} of the kind within an hour gets theirs an hour later.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueueForAll(String kind, Collection<Long> recipientIds, long reference) {
        var now = clock.instant();
        var later = pace.withoutRoom(kind);
        insert(kind, recipientIds, reference, true, recipient -> later.getOrDefault(recipient, now));
    }

    /**
     * Whether the recipient has got {@value #MESSAGES_AN_HOUR} messages of that kind within an hour, so that whoever wants another
     * sent is to be refused; what the mail server has not taken does not count.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isSpent(String kind, long recipientId) {
        return sentWithinAnHour(kind, recipientId) >= MESSAGES_AN_HOUR;
    }

    /** How many messages of that kind the mail server has taken to the recipient within an hour. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int sentWithinAnHour(String kind, long recipientId) {
        return pace.sent(kind, recipientId);
    }

    /**
     * Whether {@value #MESSAGES_AN_HOUR} messages of these kinds, taken together, have been put in for the recipient within an hour,
     * so that a stranger who wants another sent is to be passed over.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isFull(Collection<String> kinds, long recipientId) {
        return pace.isFull(kinds, recipientId);
    }

    /**
     * Has a message that waits tried again at once.
     *
     * @return false where there is none of that kind about that
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean retryNow(String kind, long recipientId, long reference) {
        return jdbc.sql("""
                                UPDATE outbox_message SET next_attempt_at = :now
                                WHERE recipient_id = :recipient AND kind = :kind AND reference = :reference
                                  AND status = 'WAITING'
                                """)
                        .param("now", clock.instant())
                        .param("recipient", recipientId)
                        .param("kind", kind)
                        .param("reference", reference)
                        .update()
                > 0;
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

    /** Whether a mail server has ever taken a message to the recipient. */
    @Transactional(readOnly = true)
    public boolean hasSent(long recipientId) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM outbox_message WHERE recipient_id = :recipient AND status = 'SENT')")
                .param("recipient", recipientId)
                .query(Boolean.class)
                .single();
    }

    private boolean isSummedUp(String kind, long recipientId, long reference, Instant now) {
        return jdbc.sql(SUM_UP)
                        .param("reference", reference)
                        .param("recipient", recipientId)
                        .param("kind", kind)
                        .param("now", now)
                        .update()
                > 0;
    }

    private void insert(
            String kind, Collection<Long> recipientIds, long reference, boolean bulk, LongFunction<Instant> from) {
        var now = Timestamp.from(clock.instant());
        batches.batchUpdate(INSERT, recipientIds, BATCH, (statement, recipientId) -> {
            statement.setString(1, kind);
            statement.setLong(2, recipientId);
            statement.setLong(3, reference);
            statement.setBoolean(4, bulk);
            statement.setTimestamp(5, now);
            statement.setTimestamp(6, Timestamp.from(from.apply(recipientId)));
        });
    }
}
