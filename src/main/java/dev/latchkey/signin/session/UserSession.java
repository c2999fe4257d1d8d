package dev.latchkey.signin.session;

import dev.latchkey.signin.Device;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.modulith.NamedInterface;

/**
 * A session of a user whose sign-in is complete.
 *
 * @param address of the client, when it was seen last
 * @param startedAt when its password step was
 * @param lastSeenAt when it was used last, to the minute
 * @param current whether it is the very session that asks
 */
@NamedInterface("api")
public record UserSession(
        @Id long id,
        @Embedded.Empty Device device,
        String address,
        Instant startedAt,
        Instant lastSeenAt,
        boolean current) {

    /** How many of a user's are listed at most. */
    public static final int LISTED = 50;

    /** In one line, for the audit trail. */
    String text() {
        var words = device.text();
        return words.isEmpty() ? address : words + ", " + address;
    }
}
