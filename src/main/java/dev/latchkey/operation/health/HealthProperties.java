package dev.latchkey.operation.health;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the health report.
 *
 * @param oldestMail how long a mail may wait for the mail server before health calls the queue delayed
 */
@Validated
@ConfigurationProperties("latchkey.health")
record HealthProperties(
        @DefaultValue("15m") @DurationMin(seconds = 1) Duration oldestMail) {}
