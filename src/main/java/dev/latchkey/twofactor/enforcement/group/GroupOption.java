package dev.latchkey.twofactor.enforcement.group;

/** A user group that can be chosen. */
public record GroupOption(long id, String name) {}
