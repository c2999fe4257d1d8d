package dev.latchkey.common;

/**
 * What somebody edits, or wants it to be, with the version from which they started.
 *
 * @param version as it stands in the database; it moves with every change
 */
public record Versioned<T>(long version, T value) {}
