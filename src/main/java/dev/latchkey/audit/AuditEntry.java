package dev.latchkey.audit;

import java.time.Instant;

/**
 * An entry of the audit trail.
 *
 * @param actor the actor's email address; empty for the system and for somebody who is not logged in
 * @param subject the user or thing concerned, as text; empty if there is none
 * @param address of the client; empty for the system
 */
public record AuditEntry(
        long id, Instant occurredAt, AuditAction action, String actor, String subject, String detail, String address) {}
