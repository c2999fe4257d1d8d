package dev.latchkey.mail.outbox;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the outbox.
 *
 * @param retention how long Latchkey keeps the delivery status of each mail; at least two days, because the mails of a day are counted
 */
@Validated
@ConfigurationProperties("latchkey.outbox")
record OutboxProperties(
        @DefaultValue("90d") @DurationMin(days = 2) @DurationMax(days = 36_500)
        Duration retention) {}
