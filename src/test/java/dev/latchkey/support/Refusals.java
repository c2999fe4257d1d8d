package dev.latchkey.support;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.common.RefusedException;

/** What is refused with a sentence. */
public final class Refusals {

    private Refusals() {}

    /** The key of the text with which the action is refused; empty if it is not. */
    public static String keyOf(Runnable action) {
        try {
            action.run();
            return "";
        } catch (RefusedException e) {
            return e.messageKey();
        }
    }

    /** Fails unless the action is refused, with the text of that key. */
    public static void assertRefused(Runnable action, String messageKey) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(action::run)
                .withMessage(messageKey);
    }
}
