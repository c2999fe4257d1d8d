package dev.latchkey.user;

/**
 * A user, for choosing from a list or for messages.
 *
 * @param name empty until the user has registered
 */
public record UserName(long id, String name, String email) {}
