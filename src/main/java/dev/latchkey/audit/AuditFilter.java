package dev.latchkey.audit;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to find.
 *
 * @param search a part of the actor's or the subject's text; empty for any
 * @param actor a part of the actor's text; empty for any
 * @param target a part of the subject's text; empty for any
 * @param actorId the actor, whatever their text was; null for any
 * @param targetId the same of the subject
 * @param ip the client's address
 * @param actions only these; empty for any
 * @param from the earliest time, inclusive
 * @param before the latest time, exclusive
 */
public record AuditFilter(
        String search,
        String actor,
        String target,
        @Nullable Long actorId,
        @Nullable Long targetId,
        IpFilter ip,
        Set<AuditAction> actions,
        Instant from,
        Instant before) {

    /** Earlier than every entry. */
    public static final Instant EARLIEST = Instant.EPOCH;

    /** Later than every entry, and still a valid date for the database. */
    public static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** Matches every entry. */
    public static final AuditFilter ALL = new AuditFilter("", Set.of(), EARLIEST, LATEST);

    /** Finds entries by any actor about anything, from any address. */
    public AuditFilter(String search, Set<AuditAction> actions, Instant from, Instant before) {
        this(search, "", "", null, null, IpFilter.ANY, actions, from, before);
    }
}
