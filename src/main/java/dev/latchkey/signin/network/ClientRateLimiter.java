package dev.latchkey.signin.network;

import dev.latchkey.common.AllOrNothing;
import dev.latchkey.common.BoundedBatches;
import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.signin.SignInProperties;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
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

    private final ClientRateLimiterRepository buckets;
    private final AllOrNothing allOrNothing;
    private final SignInProperties properties;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ClientRateLimiter(
            ClientRateLimiterRepository buckets, AllOrNothing allOrNothing, SignInProperties properties, Clock clock) {
        this.buckets = buckets;
        this.allOrNothing = allOrNothing;
        this.properties = properties;
        this.clock = clock;
    }

    /** Whether an attempt of these from that address may be looked at: none of its networks has had too many failures of theirs. */
    public boolean isOpenTo(Crowd crowd, String address) {
        return ClientNetwork.of(address).stream()
                .noneMatch(
                        network -> buckets.isFull(isKnown(crowd), network.prefix(), sizeFor(network), clock.instant()));
    }

    /** Counts an attempt of one of these from that address that was looked at and was wrong, however full its networks are. */
    @RetryOnConcurrencyFailure
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void count(Crowd crowd, String address) {
        // Always the widest first, so that no two wait for each other
        ClientNetwork.of(address)
                .forEach(network -> buckets.add(isKnown(crowd), network.prefix(), sizeFor(network), clock.instant()));
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
        return buckets.take(isKnown(Crowd.STRANGERS), network.prefix(), sizeFor(network), attempt, clock.instant())
                .taken();
    }

    private static boolean isKnown(Crowd crowd) {
        return crowd == Crowd.KNOWN_BROWSERS;
    }

    private long sizeFor(ClientNetwork network) {
        return (long) properties.failuresPerAddress() * network.allowance();
    }

    /** Deletes the networks whose failures have drained away. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    public void deleteExpired() {
        var before = clock.instant().minus(MEMORY);
        BoundedBatches.repeat(most -> buckets.deleteBefore(before, most));
    }
}
