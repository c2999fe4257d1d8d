package dev.latchkey.common.text;

import java.time.Duration;

/** Says how long ago something happened, in the unit that people would use; no time zone can be mistaken. */
public final class AgeMessages {

    private AgeMessages() {}

    /** The message for something that happened that long ago. */
    public static Sentence sentence(Duration age) {
        if (age.toMinutes() < 60) {
            return Sentence.of("age.minutes", Math.max(0, age.toMinutes()));
        }
        return age.toHours() < 48 ? Sentence.of("age.hours", age.toHours()) : Sentence.of("age.days", age.toDays());
    }
}
