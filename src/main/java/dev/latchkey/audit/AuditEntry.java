package dev.latchkey.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail.
 *
 * @param actor the actor's email address; empty for the system and for somebody who is not logged in
 * @param subject the user or thing concerned, as text; empty if there is none
 * @param actorId their id; they may be gone
 * @param subjectId the id of the user concerned, who may be gone; null if it is no user
 * @param address of the client; empty for the system
 * @param browser of the client, with its system; empty if it is unknown or was not recorded yet
 */
public record AuditEntry(
        long id,
        Instant occurredAt,
        AuditAction action,
        @Nullable Long actorId,
        String actor,
        @Nullable Long subjectId,
        String subject,
        String detail,
        String address,
        String browser) {}
