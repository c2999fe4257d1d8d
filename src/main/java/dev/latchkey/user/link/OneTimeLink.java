package dev.latchkey.user.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A link that works once.
 *
 * @param id null for a new one
 * @param tokenHash SHA-256 of its token
 * @param userId the user it belongs to; null before there is a user
 */
@Table("one_time_link")
public record OneTimeLink(
        @Id @Nullable Long id,
        LinkPurpose purpose,
        byte[] tokenHash,
        @Nullable Long userId,
        Instant createdAt,
        Instant expiresAt) {}
