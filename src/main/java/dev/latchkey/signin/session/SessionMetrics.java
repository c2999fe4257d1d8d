package dev.latchkey.signin.session;

import dev.latchkey.common.CachedReading;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How many sessions are open, the same on every node. */
@Component
class SessionMetrics implements MeterBinder {

    private static final Duration LIFE = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CachedReading<Integer> open;

    SessionMetrics(SessionRegistry registry) {
        this.open = new CachedReading<>(registry::countOpen, LIFE, PATIENCE);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "latchkey.sessions.open",
                        open,
                        sessions -> sessions.latest().map(Integer::doubleValue).orElse(Double.NaN))
                .description("Sessions with a complete login that have not ended, on all nodes")
                .register(registry);
    }
}
