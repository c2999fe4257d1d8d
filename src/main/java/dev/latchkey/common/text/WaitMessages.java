package dev.latchkey.common.text;

import java.time.Duration;

/** Says how long to wait, in the unit that people would use. */
public final class WaitMessages {

    private static final int SECONDS_UP_TO = 120;

    private static final String IN_SECONDS = ".delayed.seconds";
    private static final String IN_MINUTES = ".delayed.minutes";

    private WaitMessages() {}

    /**
     * The message in seconds or minutes, with its number, rounded up.
     *
     * @param inSeconds a key that ends with {@code .delayed.seconds}
     * @param inMinutes a key that ends with {@code .delayed.minutes}
     */
    public static Sentence sentence(String inSeconds, String inMinutes, Duration wait) {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return seconds < SECONDS_UP_TO
                ? Sentence.of(inSeconds, seconds)
                : Sentence.of(inMinutes, Math.ceilDiv(seconds, 60));
    }

    /** How long a message of {@link #sentence} says to wait; zero for every other message. */
    public static Duration waitIn(Sentence message) {
        var isInMinutes = message.key().endsWith(IN_MINUTES);
        if (!isInMinutes && !message.key().endsWith(IN_SECONDS)) {
            return Duration.ZERO;
        }
        var number = ((Number) message.arguments().getFirst()).longValue();
        return isInMinutes ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
    }
}
