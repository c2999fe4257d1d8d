package dev.latchkey.operation.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Component;

/** The state of this node as numbers. A scrape does not wait: it gets the last state and begins the next look. */
@Component
class NodeMetrics implements MeterBinder {

    private final NodeCheck check;
    private final ApplicationAvailability availability;

    NodeMetrics(NodeCheck check, ApplicationAvailability availability) {
        this.check = check;
        this.availability = availability;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("latchkey.node.ready", this, NodeMetrics::ready)
                .description("1 if users can log in at this node, otherwise 0")
                .register(registry);
        gauge(
                registry,
                "latchkey.database.writable",
                "1 if this node can write to the database, otherwise 0",
                state -> state.isWritable() ? 1 : 0);
        gauge(
                registry,
                "latchkey.clock.difference.seconds",
                "By how many seconds this node's clock is ahead of the database's, negative if it is behind",
                state -> state.clockDifference() == null
                        ? Double.NaN
                        : state.clockDifference().toMillis() / 1_000.0);
        gauge(
                registry,
                "latchkey.keyset.usable",
                "1 if this node's keyset decrypts the database, otherwise 0",
                state -> state.keysetFits() == null ? Double.NaN : state.keysetFits() ? 1 : 0);
    }

    private double ready() {
        return check.latest().isFit() && availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC ? 1 : 0;
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<NodeState> value) {
        Gauge.builder(name, check, known -> value.applyAsDouble(known.latest()))
                .description(description)
                .register(registry);
    }
}
