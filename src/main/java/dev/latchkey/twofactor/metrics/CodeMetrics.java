package dev.latchkey.twofactor.metrics;

import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.code.CodeChecked;
import dev.latchkey.twofactor.code.CodeReused;
import dev.latchkey.twofactor.recovery.RecoveryCodeChecked;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts authentication codes and recovery codes by what became of them; each count begins at zero, so that the first is seen. */
@Component
class CodeMetrics {

    private static final String CODES = "latchkey.codes";
    private static final String RECOVERY_CODES = "latchkey.recovery.codes";
    private static final String RESULT = "result";

    private final MeterRegistry registry;
    private final Counter reused;

    CodeMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.reused = Counter.builder("latchkey.codes.reused")
                .description("Wrong authentication codes that had been right, and were spent")
                .register(registry);
        List.of("accepted", "malformed", "wrong", "clock_off", "waiting", "locked")
                .forEach(result -> counter(CODES, result));
        List.of("accepted", "wrong").forEach(result -> counter(RECOVERY_CODES, result));
    }

    @EventListener
    void on(CodeChecked checked) {
        counter(CODES, nameOf(checked.result())).increment();
    }

    @EventListener
    void on(CodeReused spentBefore) {
        reused.increment();
    }

    @EventListener
    void on(RecoveryCodeChecked checked) {
        counter(RECOVERY_CODES, checked.accepted() ? "accepted" : "wrong").increment();
    }

    private static String nameOf(CodeResult result) {
        return switch (result) {
            case CodeResult.Accepted() -> "accepted";
            case CodeResult.Malformed(var digits) -> "malformed";
            case CodeResult.Wrong() -> "wrong";
            case CodeResult.ClockOff(var offset) -> "clock_off";
            case CodeResult.Delayed(var delay) -> "waiting";
            case CodeResult.Locked() -> "locked";
        };
    }

    private Counter counter(String name, String result) {
        return Counter.builder(name)
                .description("Codes checked at sign-ins and in open sessions, by what became of them")
                .tag(RESULT, result)
                .register(registry);
    }
}
