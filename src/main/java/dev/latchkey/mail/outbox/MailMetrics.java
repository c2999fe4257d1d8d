package dev.latchkey.mail.outbox;

import dev.latchkey.mail.delivery.DeliveryProblem;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts and times attempts to send a mail, by what became of them; each count begins at zero, so that the first is seen. */
@Component
class MailMetrics {

    private final MeterRegistry registry;

    MailMetrics(MeterRegistry registry) {
        this.registry = registry;
        attempts(null);
        Stream.of(DeliveryProblem.values()).forEach(this::attempts);
    }

    @EventListener
    void on(MailTried tried) {
        attempts(tried.problem()).record(tried.took());
    }

    private Timer attempts(@Nullable DeliveryProblem problem) {
        return Timer.builder("latchkey.mail.attempts")
                .description("Attempts to send a mail, by what became of them")
                .tag("result", problem == null ? "sent" : problem.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
