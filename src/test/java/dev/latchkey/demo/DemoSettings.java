package dev.latchkey.demo;

import java.util.Map;
import java.util.Optional;

/**
 * What the environment says of the demo.
 *
 * @param smtpHost another mail server, to be used in the place of the embedded one
 */
record DemoSettings(int port, int users, Optional<String> smtpHost, Optional<Integer> smtpPort) {

    private static final int MOST_USERS = 100_000;
    private static final int HIGHEST_PORT = 65_535;

    /** Reads the settings; throws {@link IllegalArgumentException} with a sentence about the first that is no good. */
    static DemoSettings from(Map<String, String> environment) {
        var smtp = Optional.ofNullable(environment.get("DEMO_SMTP")).filter(value -> !value.isBlank());
        smtp.filter(value -> !value.matches("[^:]+:[0-9]+")).ifPresent(value -> {
            throw new IllegalArgumentException("DEMO_SMTP must be host:port, not " + value + ".");
        });
        return new DemoSettings(
                number(environment, "PORT", 8080, 1, HIGHEST_PORT),
                number(environment, "DEMO_USERS", 50, 0, MOST_USERS),
                smtp.map(value -> value.split(":")[0]),
                smtp.map(value -> Integer.valueOf(value.split(":")[1])));
    }

    private static int number(Map<String, String> environment, String name, int standard, int least, int most) {
        var value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            return standard;
        }
        try {
            var number = Integer.parseInt(value.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(
                name + " must be a number from " + least + " to " + most + ", not " + value + ".");
    }
}
