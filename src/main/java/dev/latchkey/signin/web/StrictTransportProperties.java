package dev.latchkey.signin.web;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the {@code Strict-Transport-Security} header, which an installation with an {@code https://} address sends.
 *
 * @param maxAge how long a browser keeps to {@code https://} after its last visit; {@code 0s} makes browsers forget it
 * @param includeSubdomains whether browsers keep to {@code https://} for every host below Latchkey's too. Turn it on only if all of
 *     them have it
 * @param preload whether the makers of browsers may put the host into their lists, from which it takes months to get away. It needs
 *     subdomains and at least {@code 365d}
 */
@Validated
@ConfigurationProperties("latchkey.hsts")
record StrictTransportProperties(
        @DefaultValue("365d") @DurationMin @DurationMax(days = 3_650)
        Duration maxAge,

        @DefaultValue("false") boolean includeSubdomains,
        @DefaultValue("false") boolean preload) {

    private static final Duration SHORTEST_OF_LISTS = Duration.ofDays(365);

    StrictTransportProperties {
        if (preload && (!includeSubdomains || maxAge.compareTo(SHORTEST_OF_LISTS) < 0)) {
            throw new IllegalArgumentException("LATCHKEY_HSTS_PRELOAD needs LATCHKEY_HSTS_INCLUDE_SUBDOMAINS=true and a"
                    + " LATCHKEY_HSTS_MAX_AGE of at least 365d.");
        }
    }

    /** The value of the header, as Spring Security writes it. */
    String header() {
        return "max-age=" + maxAge.toSeconds() + (includeSubdomains ? " ; includeSubDomains" : "")
                + (preload ? " ; preload" : "");
    }
}
