package dev.latchkey.user.password.hash;

import java.util.function.Supplier;
import org.springframework.modulith.NamedInterface;

/**
 * The queue in which the hashes of some work wait. Unknown browsers wait separately from users with a known browser, a session or a
 * link: so no flood, from however many networks, delays those.
 *
 * @param ofStrangers whether anybody can request that work
 * @param network where the request came from, because networks take turns
 */
@NamedInterface("api")
public record HashLane(boolean ofStrangers, String network) {

    /** Work that requires a session or a link. */
    private static final HashLane OTHER = new HashLane(false, "");

    private static final ThreadLocal<HashLane> CURRENT = ThreadLocal.withInitial(() -> OTHER);

    /** Runs work whose hashes wait in this lane. */
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
