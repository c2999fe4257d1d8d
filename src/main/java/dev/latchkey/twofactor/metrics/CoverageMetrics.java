package dev.latchkey.twofactor.metrics;

import dev.latchkey.common.CachedReading;
import dev.latchkey.twofactor.metrics.CoverageRepository.Coverage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** How many users have a second factor, the same on every node. */
@Component
class CoverageMetrics implements MeterBinder {

    private static final Duration LIFE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CachedReading<Coverage> coverage;

    CoverageMetrics(CoverageRepository users) {
        this.coverage = new CachedReading<>(users::count, LIFE, PATIENCE);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "latchkey.users.active", "Active users", Coverage::users);
        gauge(
                registry,
                "latchkey.users.with.second.factor",
                "Active users who have given a code from their app",
                Coverage::withSecondFactor);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Coverage> value) {
        Gauge.builder(
                        name,
                        coverage,
                        read -> read.latest().map(value::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .register(registry);
    }
}
