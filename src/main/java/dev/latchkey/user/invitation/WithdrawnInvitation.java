package dev.latchkey.user.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What an address had got that was removed before its user registered.
 *
 * @param id null for a new one
 * @param emailHash SHA-256 of the address
 * @param sent how many invitations within the hour before
 */
@Table("invitation_withdrawn")
record WithdrawnInvitation(@Id @Nullable Long id, byte[] emailHash, int sent, Instant removedAt) {}
