package dev.latchkey.common.text;

import java.time.Duration;

/** Tells people how long ago something was, in the unit that they would use; no time zone can be mistaken in it. */
public final class AgeMessages {

    private AgeMessages() {}

    /** The sentence for something that happened that long ago. */
    public static Sentence sentence(Duration age) {
        if (age.toMinutes() < 60) {
            return Sentence.of("age.minutes", Math.max(0, age.toMinutes()));
        }
        return age.toHours() < 48 ? Sentence.of("age.hours", age.toHours()) : Sentence.of("age.days", age.toDays());
    }
}
