package dev.latchkey.common;

/**
 * A value that somebody edits or has edited, with the version that they started from.
 *
 * @param version as stored in the database; it increases with every change
 */
public record Versioned<T>(long version, T value) {}
