package dev.latchkey.signin;

import dev.latchkey.signin.network.ClientNetwork;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sign-in.
 *
 * @param failuresPerAddress how many failed password steps in a burst a client's address is allowed, refilled every minute; wider
 *     networks are allowed several times as many ({@link ClientNetwork})
 * @param trustedProxies addresses and ranges of the proxies whose {@code X-Forwarded-For} is trusted; none by default
 * @param sessionLife how long after its password step a session ends, even if it is in use
 * @param sessionIdleLife how long an unused session lasts, regardless of automatic requests of its open pages; precise to the
 *     minute, so that one may end a minute early
 */
@ConfigurationProperties("latchkey.sign-in")
public record SignInProperties(
        @DefaultValue("30") int failuresPerAddress,
        @DefaultValue({}) List<String> trustedProxies,
        @DefaultValue("12h") Duration sessionLife,
        @DefaultValue("30m") Duration sessionIdleLife) {

    private static final Duration SHORTEST_IDLE_LIFE = Duration.ofMinutes(5);

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
        if (sessionIdleLife.compareTo(SHORTEST_IDLE_LIFE) < 0 || sessionIdleLife.compareTo(sessionLife) > 0) {
            throw new IllegalArgumentException(
                    "LATCHKEY_SIGN_IN_SESSION_IDLE_LIFE must be at least 5 minutes and at most"
                            + " LATCHKEY_SIGN_IN_SESSION_LIFE.");
        }
    }
}
