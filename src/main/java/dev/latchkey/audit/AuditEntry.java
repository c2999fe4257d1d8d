package dev.latchkey.audit;

import java.time.Instant;

/**
 * A line of the audit trail.
 *
 * @param actor the email address of who did it; empty for the system and for a stranger
 * @param subject whom or what it concerns, in words; empty where that is nobody in particular
 * @param address of the client; empty for the system
 */
public record AuditEntry(
        long id, Instant occurredAt, AuditAction action, String actor, String subject, String detail, String address) {}
