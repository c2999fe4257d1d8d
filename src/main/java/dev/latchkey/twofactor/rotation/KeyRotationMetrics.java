package dev.latchkey.twofactor.rotation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Measures how many secrets wait for their re-encryption; not a number before the first look. */
@Component
class KeyRotationMetrics implements MeterBinder {

    private final ReencryptionJob job;

    KeyRotationMetrics(ReencryptionJob job) {
        this.job = job;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("latchkey.keyset.old.key.secrets", job, KeyRotationMetrics::oldKeySecrets)
                .description("Secrets that are still encrypted with an older key of the keyset")
                .register(registry);
    }

    private static double oldKeySecrets(ReencryptionJob job) {
        return job.progress()
                .map(KeyRotationProgress::oldKeySecrets)
                .map(Long::doubleValue)
                .orElse(Double.NaN);
    }
}
