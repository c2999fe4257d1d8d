package dev.latchkey.mail;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How the messages of one run are getting on: those of one kind about one thing. */
@Component
public class Deliveries {

    private static final String DELIVERY = """
            SELECT id, recipient_id, status, COALESCE(sent_at, created_at) AS at, next_attempt_at, problem, failure
            """;

    private static final String OF_RUN = " FROM outbox_message WHERE kind = :kind AND reference = :reference ";

    private static final String LATEST = """
            FROM outbox_message WHERE id IN (
                SELECT MAX(id) FROM outbox_message
                WHERE recipient_id IN (:recipients) AND status <> 'SUPERSEDED' %s GROUP BY recipient_id)
            """;

    private static final String IN_TROUBLE = "AND (status = 'FAILED' OR status = 'WAITING' AND problem IS NOT NULL) ";

    private static final String RETRY = """
            UPDATE outbox_message SET status = 'WAITING', attempts = 0, next_attempt_at = :now, problem = NULL, failure = ''
            WHERE status = 'FAILED' AND kind = :kind AND reference = :reference
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The counts of a run; a message that was withdrawn is in none of them. */
    @Transactional(readOnly = true)
    public DeliveryProgress progressOf(String kind, long reference) {
        return jdbc.sql("""
                        SELECT COALESCE(SUM(status = 'SENT'), 0) AS sent,
                               COALESCE(SUM(status = 'WAITING'), 0) AS waiting,
                               COALESCE(SUM(status = 'FAILED'), 0) AS failed
                        """ + OF_RUN)
                .param("kind", kind)
                .param("reference", reference)
                .query(DeliveryProgress.class)
                .single();
    }

    /** The messages of a run that have not left at the first go, for ever or for now. */
    @Transactional(readOnly = true)
    public List<Delivery> troublesOf(String kind, long reference, int offset, int limit) {
        return jdbc.sql(DELIVERY + OF_RUN + IN_TROUBLE + "ORDER BY status, id LIMIT :limit OFFSET :offset")
                .param("kind", kind)
                .param("reference", reference)
                .param("limit", limit)
                .param("offset", offset)
                .query(Delivery.class)
                .list();
    }

    /** How many {@link #troublesOf} there are in all. */
    @Transactional(readOnly = true)
    public int countTroublesOf(String kind, long reference) {
        return jdbc.sql("SELECT COUNT(*)" + OF_RUN + IN_TROUBLE)
                .param("kind", kind)
                .param("reference", reference)
                .query(Integer.class)
                .single();
    }

    /**
     * How the latest message to each of these recipients stands: the one truth for every place that says whether something was
     * sent. What was withdrawn does not count.
     */
    @Transactional(readOnly = true)
    public Map<Long, Delivery> latestTo(Collection<Long> recipientIds) {
        return recipientIds.isEmpty() ? Map.of() : latest("", Map.of("recipients", recipientIds));
    }

    /** As {@link #latestTo(Collection)}, of messages of these kinds alone. */
    @Transactional(readOnly = true)
    public Optional<Delivery> latestTo(long recipientId, Collection<String> kinds) {
        var latest = latest("AND kind IN (:kinds)", Map.of("recipients", List.of(recipientId), "kinds", kinds));
        return Optional.ofNullable(latest.get(recipientId));
    }

    private Map<Long, Delivery> latest(String ofKinds, Map<String, ?> parameters) {
        return jdbc.sql(DELIVERY + LATEST.formatted(ofKinds)).params(parameters).query(Delivery.class).list().stream()
                .collect(Collectors.toMap(Delivery::recipientId, Function.identity()));
    }

    /**
     * Lets messages that were refused for ever be tried anew, at once.
     *
     * @param messageId the one; empty for all of the run
     * @return how many
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int retry(String kind, long reference, OptionalLong messageId) {
        var retry = jdbc.sql(messageId.isPresent() ? RETRY + " AND id = :id" : RETRY)
                .param("kind", kind)
                .param("reference", reference)
                .param("now", clock.instant());
        messageId.ifPresent(id -> retry.param("id", id));
        return retry.update();
    }
}
