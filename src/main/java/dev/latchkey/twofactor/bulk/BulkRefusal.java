package dev.latchkey.twofactor.bulk;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A user to whom an order was not done.
 *
 * @param reason the key of the message that says why
 * @param detail its argument; null without one
 */
@NamedInterface("api")
public record BulkRefusal(
        long userId, String email, String reason, @Nullable String detail) {}
