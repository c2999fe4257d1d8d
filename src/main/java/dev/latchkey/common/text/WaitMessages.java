package dev.latchkey.common.text;

import java.time.Duration;

/** Tells people how long to wait, in the unit that they would use. */
public final class WaitMessages {

    private static final int SECONDS_UP_TO = 120;

    private WaitMessages() {}

    /** The one of two sentences that suits, with its number; never less than is left. */
    public static Sentence sentence(String inSeconds, String inMinutes, Duration wait) {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return seconds < SECONDS_UP_TO
                ? Sentence.of(inSeconds, seconds)
                : Sentence.of(inMinutes, Math.ceilDiv(seconds, 60));
    }
}
