package dev.latchkey.signin;

import dev.latchkey.component.AllOrNothing;
import dev.latchkey.component.RetriedAfterLostRace;
import dev.latchkey.component.SmallSteps;
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
 * reckoned for them: a leaky bucket for each network that the address lies in ({@link ClientNetwork}), in the database. An attempt
 * is counted in each, or in none where one is full, before the password is looked at, and given back when it is right, so that an
 * office behind one address can begin its day.
 */
@Component
class SignInPressure {

    /** After that long without an attempt any bucket is empty. */
    private static final Duration MEMORY = Duration.ofDays(1);

    // In this order: the right-hand sides see what the earlier ones have set
    private static final String TAKE = """
            INSERT INTO sign_in_pressure (network, level, measured_at, counted_attempt)
            VALUES (:network, 1, :now, :attempt)
            ON DUPLICATE KEY UPDATE
                level = GREATEST(0, level - :size * GREATEST(0, TIMESTAMPDIFF(MICROSECOND, measured_at, :now)) / 60e6),
                measured_at = GREATEST(measured_at, :now),
                counted_attempt = IF(level + 1 <= :size, :attempt, counted_attempt),
                level = level + (counted_attempt = :attempt)
            RETURNING counted_attempt = :attempt AS taken
            """;

    private final JdbcClient jdbc;
    private final AllOrNothing allOrNothing;
    private final SignInProperties properties;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SignInPressure(JdbcClient jdbc, AllOrNothing allOrNothing, SignInProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.allOrNothing = allOrNothing;
        this.properties = properties;
        this.clock = clock;
    }

    /** Counts an attempt from that address; false, and nothing is counted, where one of its networks has had too many. */
    @RetriedAfterLostRace
    public boolean take(String address) {
        var attempt = random.nextLong();
        // Always the widest first, so that no two wait for each other
        return allOrNothing.happens(
                () -> ClientNetwork.of(address).stream().allMatch(network -> take(network, attempt)));
    }

    private boolean take(ClientNetwork network, long attempt) {
        return jdbc.sql(TAKE)
                .param("network", network.prefix())
                .param("size", (long) properties.failuresPerAddress() * network.allowance())
                .param("attempt", attempt)
                .param("now", clock.instant())
                .query(Boolean.class)
                .single();
    }

    /** Takes an attempt back that was no failure. */
    @RetriedAfterLostRace
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void giveBack(String address) {
        ClientNetwork.of(address)
                .forEach(network -> jdbc.sql(
                                "UPDATE sign_in_pressure SET level = GREATEST(0, level - 1) WHERE network = :network")
                        .param("network", network.prefix())
                        .update());
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    public void forgetTheOld() {
        var before = clock.instant().minus(MEMORY);
        SmallSteps.repeat(most -> jdbc.sql("DELETE FROM sign_in_pressure WHERE measured_at < :before LIMIT :most")
                .param("before", before)
                .param("most", most)
                .update());
    }
}
