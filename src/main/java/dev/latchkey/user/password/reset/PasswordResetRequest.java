package dev.latchkey.user.password.reset;

import java.time.Instant;

/**
 * A request for a link to an email address.
 *
 * @param email as typed, normalized
 * @param address the client's IP address
 */
record PasswordResetRequest(long id, String email, String address, Instant askedAt) {}
