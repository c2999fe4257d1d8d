package dev.latchkey.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one limit on how many messages of a kind somebody gets, whoever causes them: {@value #MESSAGES} within an hour, counted in
 * the database.
 */
@Component
public class OutboxPace {

    static final int MESSAGES = 3;

    public static final Duration WINDOW = Duration.ofHours(1);

    private static final String LOCK = """
            INSERT INTO outbox_pace (recipient_id, kind, last_at) VALUES (:recipient, :kind, :now)
            ON DUPLICATE KEY UPDATE last_at = :now
            """;

    // The one that must have left the window before there is room for another
    private static final String LAST_BUT = """
            SELECT created_at FROM outbox_message
            WHERE recipient_id = :recipient AND kind = :kind AND created_at > :since AND status IN ('SENT', 'WAITING')
            ORDER BY created_at DESC, id DESC LIMIT 1 OFFSET :others
            """;

    private static final String FULL = """
            SELECT recipient_id, MAX(created_at) AS last_at FROM outbox_message
            WHERE kind = :kind AND created_at > :since AND status IN ('SENT', 'WAITING')
            GROUP BY recipient_id HAVING COUNT(*) >= :most
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxPace(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** When there is room for another message of that kind; nobody else finds the same room before the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant roomFor(String kind, long recipientId) {
        var now = clock.instant();
        lock(kind, recipientId);
        return jdbc.sql(LAST_BUT)
                .param("recipient", recipientId)
                .param("kind", kind)
                .param("since", now.minus(WINDOW))
                .param("others", MESSAGES - 1)
                .query(Instant.class)
                .optional()
                .map(first -> first.plus(WINDOW))
                .orElse(now);
    }

    /** Of all recipients of that kind those for whom there is no room now, and when there is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, Instant> withoutRoom(String kind) {
        return jdbc
                .sql(FULL)
                .param("kind", kind)
                .param("since", clock.instant().minus(WINDOW))
                .param("most", MESSAGES)
                .query(Full.class)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Full::recipientId, full -> full.lastAt().plus(WINDOW)));
    }

    /**
     * How many the recipient has got within the hour. What has not been sent does not count; of several who ask at once, each
     * waits for the one before.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int sent(String kind, long recipientId) {
        lock(kind, recipientId);
        return jdbc.sql("""
                                SELECT COUNT(*) FROM outbox_message
                                WHERE recipient_id = :recipient AND kind = :kind AND status = 'SENT' AND sent_at > :since
                                """)
                .param("recipient", recipientId)
                .param("kind", kind)
                .param("since", clock.instant().minus(WINDOW))
                .query(Integer.class)
                .single();
    }

    /** Whether as many of these kinds, taken together, have been put in for the recipient as may be, whatever became of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isFull(Collection<String> kinds, long recipientId) {
        lock(kinds.iterator().next(), recipientId);
        return jdbc.sql("""
                                SELECT COUNT(*) FROM outbox_message
                                WHERE recipient_id = :recipient AND kind IN (:kinds) AND created_at > :since
                                """)
                        .param("recipient", recipientId)
                        .param("kinds", kinds)
                        .param("since", clock.instant().minus(WINDOW))
                        .query(Integer.class)
                        .single()
                >= MESSAGES;
    }

    private void lock(String kind, long recipientId) {
        jdbc.sql(LOCK)
                .param("recipient", recipientId)
                .param("kind", kind)
                .param("now", clock.instant())
                .update();
    }

    private record Full(long recipientId, Instant lastAt) {}
}
