package dev.latchkey.user.password.reset;

import java.time.Instant;

/**
 * Somebody has asked for a link to an email address.
 *
 * @param email as it was typed, in its one form
 * @param address of the client
 */
record PasswordResetRequest(long id, String email, String address, Instant askedAt) {}
