package dev.latchkey.mail.queue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** The queue of mail as numbers, the same on every node. */
@Component
class MailQueueMetrics implements MeterBinder {

    private final MailQueue queue;
    private final Clock clock;

    MailQueueMetrics(MailQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        depth(registry, "waiting", MailQueueState::waiting);
        depth(registry, "retrying", MailQueueState::retrying);
        depth(registry, "failed", MailQueueState::failed);
        Gauge.builder(
                        "latchkey.mail.queue.oldest.seconds",
                        this,
                        self -> self.value(
                                state -> state.oldestAge(clock.instant()).toSeconds()))
                .description("For how many seconds the oldest mail has waited that should have been sent by now")
                .register(registry);
    }

    private void depth(MeterRegistry registry, String status, ToDoubleFunction<MailQueueState> count) {
        Gauge.builder("latchkey.mail.queue.messages", this, self -> self.value(count))
                .description("Mails that have not been sent, in all nodes' shared queue")
                .tag("status", status)
                .register(registry);
    }

    private double value(ToDoubleFunction<MailQueueState> of) {
        return queue.latest().map(of::applyAsDouble).orElse(Double.NaN);
    }
}
