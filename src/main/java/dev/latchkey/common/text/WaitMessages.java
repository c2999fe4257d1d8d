package dev.latchkey.common.text;

import java.time.Duration;

/** Says how long to wait, in the unit that people would use. */
public final class WaitMessages {

    private static final int SECONDS_UP_TO = 120;

    private WaitMessages() {}

    /** The message in seconds or minutes, with its number, rounded up. */
    public static Sentence sentence(String inSeconds, String inMinutes, Duration wait) {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return seconds < SECONDS_UP_TO
                ? Sentence.of(inSeconds, seconds)
                : Sentence.of(inMinutes, Math.ceilDiv(seconds, 60));
    }
}
