package dev.latchkey.operation.health;

import dev.latchkey.mail.queue.MailQueue;
import dev.latchkey.twofactor.rotation.ReencryptionJob;
import java.time.Clock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The components of the health report. The first three take the node out of service ({@code application.properties} lists them in
 * the readiness group); mail that cannot leave does not, because another node would not send it either.
 */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    /** Mail has waited for too long. Comes after UP in the order of statuses, so that the node stays in service. */
    static final Status DELAYED = new Status("DELAYED");

    @Bean
    static HealthIndicator databaseHealthIndicator(NodeCheck check) {
        return () -> {
            var problem = check.state().databaseProblem();
            return problem == null
                    ? Health.up().build()
                    : Health.down().withDetail("problem", problem).build();
        };
    }

    @Bean
    static HealthIndicator clockHealthIndicator(NodeCheck check) {
        return () -> {
            var state = check.state();
            var difference = state.clockDifference();
            return difference == null
                    ? Health.unknown().build()
                    : (state.isClockOff() ? Health.down() : Health.up())
                            .withDetail("aheadOfDatabase", difference.toString())
                            .build();
        };
    }

    @Bean
    static HealthIndicator keysetHealthIndicator(NodeCheck check, ReencryptionJob job) {
        return () -> {
            var fits = check.state().keysetFits();
            var health = fits == null ? Health.unknown() : fits ? Health.up() : Health.down();
            job.progress().ifPresent(now -> health.withDetail("oldKeySecrets", now.oldKeySecrets()));
            return health.build();
        };
    }

    @Bean
    static HealthIndicator mailQueueHealthIndicator(MailQueue queue, HealthProperties properties, Clock clock) {
        return () -> queue.state()
                .map(state -> {
                    var age = state.oldestAge(clock.instant());
                    return (age.compareTo(properties.oldestMail()) > 0 ? Health.status(DELAYED) : Health.up())
                            .withDetail("waiting", state.waiting())
                            .withDetail("retrying", state.retrying())
                            .withDetail("failed", state.failed())
                            .withDetail("oldest", age.toString())
                            .build();
                })
                .orElseGet(() -> Health.unknown().build());
    }
}
