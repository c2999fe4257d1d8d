package dev.latchkey.user;

import dev.latchkey.common.text.Language;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a user sees of themselves.
 *
 * @param groupNames separated by commas; empty for a user without a group
 * @param language what the user chose; null where their browser is to say it
 */
public record UserProfile(
        String name,
        String email,
        Optional<String> groupNames,
        @Nullable Language language) {}
