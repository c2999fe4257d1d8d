package dev.latchkey.audit;

import java.time.Instant;
import java.util.Set;

/**
 * Which entries are looked for.
 *
 * @param search a part of the actor's or the subject's words; empty for any
 * @param actions those alone; empty for any
 * @param from the earliest time that counts
 * @param before the earliest time that counts no more
 */
public record AuditFilter(String search, Set<AuditAction> actions, Instant from, Instant before) {

    /** Earlier than every entry. */
    public static final Instant EARLIEST = Instant.EPOCH;

    /** Later than every entry, and still a date to the database. */
    public static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** Lets every entry pass. */
    public static final AuditFilter ALL = new AuditFilter("", Set.of(), EARLIEST, LATEST);
}
