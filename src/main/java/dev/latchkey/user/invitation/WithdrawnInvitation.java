package dev.latchkey.user.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The invitations to an address whose user was removed before they registered.
 *
 * @param id null for a new one
 * @param emailHash SHA-256 of the address
 * @param sent how many invitations within the previous hour
 */
@Table("invitation_withdrawn")
record WithdrawnInvitation(@Id @Nullable Long id, byte[] emailHash, int sent, Instant removedAt) {}
