package dev.latchkey.signin.session;

import dev.latchkey.common.client.Device;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.modulith.NamedInterface;

/**
 * A session of a user with a complete sign-in.
 *
 * @param address the client's IP address when it was last seen
 * @param startedAt when its password step was
 * @param lastSeenAt when it was last used, to the minute
 * @param current whether it is the requesting session
 */
@NamedInterface("api")
public record UserSession(
        @Id long id,
        @Embedded.Empty Device device,
        String address,
        Instant startedAt,
        Instant lastSeenAt,
        boolean current) {

    /** The maximum number listed for a user. */
    public static final int LISTED = 50;

    /** In one line, for the audit trail. */
    String text() {
        var words = device.text();
        return words.isEmpty() ? address : words + ", " + address;
    }
}
