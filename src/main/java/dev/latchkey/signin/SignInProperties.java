package dev.latchkey.signin;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the sign-in.
 *
 * @param failuresPerAddress allows bursts of that many failed logins from a client's network (an IPv4 address, an IPv6 /64),
 *     refilled every minute; a /56 gets twice as many, a /48 four times, an IPv4 /24 eight times
 * @param trustedProxies the proxies whose {@code X-Forwarded-For} header is trusted: addresses and ranges such as {@code
 *     10.1.2.0/24}, separated by commas. The client is the last address in the header that isn't one of them. Without this setting,
 *     all clients behind a proxy share the proxy's address in limits and in the audit trail
 * @param sessionLife when a session ends at the latest, counted from the password
 * @param sessionIdleLife when a session ends that isn't used, regardless of automatic requests of its open pages; it may end a
 *     minute early. It can't be longer than the session's life
 */
@Validated
@ConfigurationProperties("latchkey.sign-in")
public record SignInProperties(
        @DefaultValue("30") @Min(1) @Max(1_000_000) int failuresPerAddress,
        @DefaultValue({}) List<String> trustedProxies,

        @DefaultValue("12h") @DurationMin(minutes = 5) @DurationMax(days = 90)
        Duration sessionLife,

        @DefaultValue("30m") @DurationMin(minutes = 5) @DurationMax(days = 90)
        Duration sessionIdleLife) {

    public SignInProperties {
        trustedProxies = List.copyOf(trustedProxies);
        trustedProxies.forEach(range -> {
            try {
                NetworkRange.parse(range);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "LATCHKEY_SIGN_IN_TRUSTED_PROXIES must be addresses or ranges such as"
                                + " 10.1.2.0/24, separated by commas, not " + range + ".");
            }
        });
        if (sessionIdleLife.compareTo(sessionLife) > 0) {
            throw new IllegalArgumentException(
                    "LATCHKEY_SIGN_IN_SESSION_IDLE_LIFE must be at most LATCHKEY_SIGN_IN_SESSION_LIFE.");
        }
    }
}
