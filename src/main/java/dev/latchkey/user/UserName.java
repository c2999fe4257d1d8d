package dev.latchkey.user;

/**
 * A user, to choose from a list or to speak to.
 *
 * @param name empty until the user has registered
 */
public record UserName(long id, String name, String email) {}
