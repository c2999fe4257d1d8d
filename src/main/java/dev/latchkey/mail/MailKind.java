package dev.latchkey.mail;

import java.time.Instant;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * A kind of message. The feature that causes and composes it declares it, and says what a message of it is about.
 *
 * @param name as the outbox stores it; no two kinds share one
 * @param read makes what the message is about of the stored number
 * @param store makes the stored number of it; never of a secret
 */
public record MailKind<R>(String name, LongFunction<R> read, ToLongFunction<R> store) {

    /** What a message is about that is about nothing in particular. */
    public enum Nothing {
        NOTHING
    }

    /** A kind whose messages are about nothing in particular. */
    public static MailKind<Nothing> plain(String name) {
        return new MailKind<>(name, stored -> Nothing.NOTHING, nothing -> 0);
    }

    /** A kind whose messages are about a moment, to the second. */
    public static MailKind<Instant> ofMoment(String name) {
        return new MailKind<>(name, Instant::ofEpochSecond, Instant::getEpochSecond);
    }

    /** The name as the keys of the bundles have it. */
    public String key() {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return name;
    }
}
