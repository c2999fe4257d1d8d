package dev.latchkey.user.password.hash;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** The hashes of passwords as numbers, for each of the two lanes. */
final class HashMetrics implements HashListener {

    private static final String LANE = "lane";

    private final Timer ofStrangers;
    private final Timer ofKnown;
    private final Counter strangersRefused;
    private final Counter knownRefused;
    private final MeterRegistry registry;

    HashMetrics(MeterRegistry registry) {
        this.registry = registry;
        ofStrangers = timer("strangers");
        ofKnown = timer("known");
        strangersRefused = refusals("strangers");
        knownRefused = refusals("known");
    }

    /** Shows how many wait in that encoder. */
    void watch(BoundedPasswordEncoder encoder) {
        waiting("strangers", encoder, true);
        waiting("known", encoder, false);
    }

    @Override
    public void calculated(HashLane lane, long nanoseconds) {
        (lane.ofStrangers() ? ofStrangers : ofKnown).record(nanoseconds, TimeUnit.NANOSECONDS);
    }

    @Override
    public void refused(HashLane lane) {
        (lane.ofStrangers() ? strangersRefused : knownRefused).increment();
    }

    private Timer timer(String lane) {
        return Timer.builder("latchkey.password.hash")
                .description("Password hashes, without the time that they wait for their turn")
                .tag(LANE, lane)
                .register(registry);
    }

    private Counter refusals(String lane) {
        return Counter.builder("latchkey.password.hash.refused")
                .description("Password hashes that got no turn in time")
                .tag(LANE, lane)
                .register(registry);
    }

    private void waiting(String lane, BoundedPasswordEncoder encoder, boolean ofStrangers) {
        Gauge.builder("latchkey.password.hash.waiting", encoder, hashes -> hashes.waiting(ofStrangers))
                .description("Password hashes that wait for their turn; there are " + BoundedPasswordEncoder.PLACES
                        + " places")
                .tag(LANE, lane)
                .register(registry);
    }
}
