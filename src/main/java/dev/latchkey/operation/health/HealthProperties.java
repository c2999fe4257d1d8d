package dev.latchkey.operation.health;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the health report.
 *
 * @param oldestMail how long a mail may wait for the mail server before health calls the queue delayed
 */
@ConfigurationProperties("latchkey.health")
record HealthProperties(@DefaultValue("15m") Duration oldestMail) {

    HealthProperties {
        if (!oldestMail.isPositive()) {
            throw new IllegalArgumentException(
                    "LATCHKEY_HEALTH_OLDEST_MAIL must be a positive duration such as 15m, not " + oldestMail + ".");
        }
    }
}
