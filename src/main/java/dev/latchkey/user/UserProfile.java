package dev.latchkey.user;

import dev.latchkey.common.text.Language;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What users see of themselves.
 *
 * @param groupNames separated by commas; empty for a user without a group
 * @param language the user's choice; null to use the browser's language
 * @param zone that their browser has last reported
 */
public record UserProfile(
        String name,
        String email,
        Optional<String> groupNames,
        @Nullable Language language,
        Optional<ZoneId> zone) {}
