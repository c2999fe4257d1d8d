package dev.latchkey.mail;

import java.time.Instant;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A kind of message, declared by the feature that causes and composes it, with the type of what a message is about.
 *
 * @param name as the outbox stores it; no two kinds share one
 * @param read converts the stored number to what the message is about
 * @param store converts it to the stored number; never a secret
 */
public record MailKind<R>(String name, LongFunction<R> read, ToLongFunction<R> store) {

    /** Stands for nothing in particular. */
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

    /** The name in the keys of the bundles. */
    public String key() {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By name alone: functions have no equality of their own. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MailKind<?> kind && name.equals(kind.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
