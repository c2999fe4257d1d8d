package dev.latchkey.user;

/**
 * A user, for choosing from a list or for messages.
 *
 * @param name the one that was proposed until the user has registered; empty without any
 */
public record UserName(long id, String name, String email) {}
