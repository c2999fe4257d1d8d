package dev.latchkey.user.password.hash;

import java.util.function.Supplier;
import org.springframework.modulith.NamedInterface;

/**
 * Where the hashes of a piece of work wait for their turn. Strangers wait apart from everybody else, who has a browser that is known, a
 * session or a link: so no flood of strangers, from however many networks, keeps those from their turn.
 *
 * @param ofStrangers whether anybody could ask for that work
 * @param network from which it was asked for, for turns go round the networks
 */
@NamedInterface("api")
public record HashLane(boolean ofStrangers, String network) {

    /** Work that takes a session or a link. */
    private static final HashLane OTHER = new HashLane(false, "");

    private static final ThreadLocal<HashLane> CURRENT = ThreadLocal.withInitial(() -> OTHER);

    /** Does work whose hashes wait in this lane. */
    public <T> T during(Supplier<T> work) {
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            CURRENT.remove();
        }
    }

    static HashLane current() {
        return CURRENT.get();
    }
}
