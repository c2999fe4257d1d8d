package dev.latchkey.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sign-in.
 *
 * @param failuresPerAddress how many failed password steps a client's address may have in stock; they drain away at that
 *     rate a minute
 * @param sessionLife how long after its password step a session ends, however busy it is
 * @param sessionIdleLife how long a session goes on that nobody uses, whatever its open pages send by themselves; kept to the
 *     minute, so that one may end a minute early
 */
@ConfigurationProperties("latchkey.sign-in")
record SignInProperties(
        @DefaultValue("30") int failuresPerAddress,
        @DefaultValue("12h") Duration sessionLife,
        @DefaultValue("30m") Duration sessionIdleLife) {

    private static final Duration SHORTEST_IDLE_LIFE = Duration.ofMinutes(5);

    SignInProperties {
        if (sessionIdleLife.compareTo(SHORTEST_IDLE_LIFE) < 0 || sessionIdleLife.compareTo(sessionLife) > 0) {
            throw new IllegalArgumentException(
                    "LATCHKEY_SIGN_IN_SESSION_IDLE_LIFE must be 5 minutes or more, and no more than"
                            + " LATCHKEY_SIGN_IN_SESSION_LIFE.");
        }
    }
}
