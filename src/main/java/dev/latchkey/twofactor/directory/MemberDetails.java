package dev.latchkey.twofactor.directory;

import dev.latchkey.twofactor.enrolment.store.SecretOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What is known about a user besides what {@link Member} says in a list.
 *
 * @param createdAt when they were invited, or added
 * @param invitationExpiresAt when the link of their invitation expires; null if there is none
 * @param origin how their secret came to them; null without one
 * @param issuedAt when it was generated; null without one
 * @param expiresAt when it expires or expired before they used it; null for one that does not expire
 * @param provenAt when they gave the first correct code; null before that
 * @param codesLeft how many recovery codes they have not used; null if they have never had any
 * @param noCodeBefore until when codes are not checked after wrong ones; null if they are
 * @param noPasswordBefore the same for passwords
 * @param passwordResetHeldUntil until when a password reset by mail needs an administrator; null if it does not
 * @param secretHeldUntil until when a secret by mail needs an administrator; null if it does not
 */
@NamedInterface("api")
public record MemberDetails(
        Instant createdAt,
        @Nullable Instant invitationExpiresAt,
        @Nullable SecretOrigin origin,
        @Nullable Instant issuedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant provenAt,
        @Nullable Integer codesLeft,
        @Nullable Instant noCodeBefore,
        @Nullable Instant noPasswordBefore,
        @Nullable Instant passwordResetHeldUntil,
        @Nullable Instant secretHeldUntil) {}
