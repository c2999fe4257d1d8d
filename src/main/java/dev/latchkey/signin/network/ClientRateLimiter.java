package dev.latchkey.signin.network;

import dev.latchkey.common.AllOrNothing;
import dev.latchkey.common.BoundedBatches;
import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.signin.SignInProperties;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds back client addresses that fail at the password step over and over, whoever they claim to be, before a hash is
 * reckoned for them: a leaky bucket for each network that the address lies in ({@link ClientNetwork}), in the database. What was
 * wrong is counted in each, and what is not known to be wrong in none, so that an office behind one address can begin its day. Guesses
 * that are looked at together outrun it by as many as may wait for a hash at a time, and drain all the same.
 */
@Component
public class ClientRateLimiter {

    /** After that long without an attempt any bucket is empty. */
    private static final Duration MEMORY = Duration.ofDays(1);

    /** Whose failures are counted together. */
    public enum Crowd {
        /** Whoever calls, from a browser that nobody knows. */
        STRANGERS,
        /** Those who type in a browser in which the user of that address has completed a login. */
        KNOWN_BROWSERS
    }

    private static final String DRAINED =
            "GREATEST(0, level - :size * GREATEST(0, TIMESTAMPDIFF(MICROSECOND, measured_at, :now)) / 60e6)";

    private static final String IS_FULL =
            "SELECT COUNT(*) FROM sign_in_pressure WHERE network = :network AND known = :known AND " + DRAINED
                    + " + 1 > :size";

    private static final String COUNT = """
            INSERT INTO sign_in_pressure (network, known, level, measured_at, counted_attempt)
            VALUES (:network, :known, 1, :now, 0)
            ON DUPLICATE KEY UPDATE level = %s + 1, measured_at = GREATEST(measured_at, :now)
            """.formatted(DRAINED);

    // In this order: the right-hand sides see what the earlier ones have set
    private static final String TAKE = """
            INSERT INTO sign_in_pressure (network, known, level, measured_at, counted_attempt)
            VALUES (:network, :known, 1, :now, :attempt)
            ON DUPLICATE KEY UPDATE
                level = %s,
                measured_at = GREATEST(measured_at, :now),
                counted_attempt = IF(level + 1 <= :size, :attempt, counted_attempt),
                level = level + (counted_attempt = :attempt)
            RETURNING counted_attempt = :attempt AS taken
            """.formatted(DRAINED);

    private final JdbcClient jdbc;
    private final AllOrNothing allOrNothing;
    private final SignInProperties properties;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ClientRateLimiter(JdbcClient jdbc, AllOrNothing allOrNothing, SignInProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.allOrNothing = allOrNothing;
        this.properties = properties;
        this.clock = clock;
    }

    /** Whether an attempt of these from that address may be looked at: none of its networks has had too many failures of theirs. */
    public boolean isOpenTo(Crowd crowd, String address) {
        return ClientNetwork.of(address).stream()
                .allMatch(network ->
                        statement(IS_FULL, crowd, network).query(Long.class).single() == 0);
    }

    /** Counts an attempt of one of these from that address that was looked at and was wrong, however full its networks are. */
    @RetryOnConcurrencyFailure
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void count(Crowd crowd, String address) {
        // Always the widest first, so that no two wait for each other
        ClientNetwork.of(address)
                .forEach(network -> statement(COUNT, crowd, network).update());
    }

    /** Counts a request of a stranger that costs whether or not it is a failure; false, and nothing is counted, where one of its networks has had too many. */
    @RetryOnConcurrencyFailure
    public boolean take(String address) {
        var attempt = random.nextLong();
        // Always the widest first, so that no two wait for each other
        return allOrNothing.happens(
                () -> ClientNetwork.of(address).stream().allMatch(network -> take(network, attempt)));
    }

    private boolean take(ClientNetwork network, long attempt) {
        return statement(TAKE, Crowd.STRANGERS, network)
                .param("attempt", attempt)
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec statement(String sql, Crowd crowd, ClientNetwork network) {
        return jdbc.sql(sql)
                .param("known", crowd == Crowd.KNOWN_BROWSERS)
                .param("network", network.prefix())
                .param("size", (long) properties.failuresPerAddress() * network.allowance())
                .param("now", clock.instant());
    }

    /** Deletes the networks whose failures have drained away. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    public void deleteExpired() {
        var before = clock.instant().minus(MEMORY);
        BoundedBatches.repeat(most -> jdbc.sql("DELETE FROM sign_in_pressure WHERE measured_at < :before LIMIT :most")
                .param("before", before)
                .param("most", most)
                .update());
    }
}
