package dev.latchkey.mail.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the outbox.
 *
 * @param retention how long finished messages are kept; at least two days, because the messages of a day are counted
 */
@ConfigurationProperties("latchkey.outbox")
record OutboxProperties(@DefaultValue("90d") Duration retention) {

    OutboxProperties {
        if (retention.compareTo(Duration.ofDays(2)) < 0) {
            throw new IllegalArgumentException("LATCHKEY_OUTBOX_RETENTION must be at least two days, not " + retention);
        }
    }
}
