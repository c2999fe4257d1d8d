package dev.latchkey.user;

import java.util.Optional;

/**
 * What a user sees of themselves.
 *
 * @param groupNames separated by commas; empty for a user without a group
 */
public record UserProfile(String name, String email, Optional<String> groupNames) {}
