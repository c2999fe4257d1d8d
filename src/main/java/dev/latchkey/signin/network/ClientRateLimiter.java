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
 * Limits client addresses that fail repeatedly at the password step, for any user, before a hash is calculated for them: a leaky
 * bucket in the database for each network that contains the address ({@link ClientNetwork}). Only attempts known to be wrong are
 * counted, in each network, so that an office behind one address can log in in the morning. Concurrent guesses can exceed the limit
 * by the number that may wait for a hash at a time, but they are counted, too.
 */
@Component
public class ClientRateLimiter {

    /** Every bucket is empty after that long without an attempt. */
    private static final Duration MEMORY = Duration.ofDays(1);

    /** The groups of clients whose failures are counted together. */
    public enum Crowd {
        /** Clients with an unknown browser. */
        STRANGERS,
        /** Clients with a browser in which the user with that address has completed a login. */
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

    /** Whether an attempt of that group from that address may be checked: none of its networks has had too many failures of the group. */
    public boolean isOpenTo(Crowd crowd, String address) {
        return ClientNetwork.of(address).stream()
                .noneMatch(
                        network -> buckets.isFull(isKnown(crowd), network.prefix(), sizeFor(network), clock.instant()));
    }

    /** Counts a wrong attempt of that group from that address, however full its networks are. */
    @RetryOnConcurrencyFailure
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void count(Crowd crowd, String address) {
        // Always the widest first, to prevent deadlocks
        ClientNetwork.of(address)
                .forEach(network -> buckets.add(isKnown(crowd), network.prefix(), sizeFor(network), clock.instant()));
    }

    /**
     * Counts a request of a stranger that costs whether or not it is a failure; false, and nothing is counted, where one of its
     * networks has had too many.
     */
    @RetryOnConcurrencyFailure
    public boolean take(String address) {
        var attempt = random.nextLong();
        // Always the widest first, to prevent deadlocks
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
