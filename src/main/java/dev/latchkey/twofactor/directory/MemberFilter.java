package dev.latchkey.twofactor.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Which users to list.
 *
 * @param search part of a name or an address; empty for all
 * @param state null for all
 * @param groupId null for all
 */
@NamedInterface("api")
public record MemberFilter(
        String search,
        @Nullable TwoFactorState state,
        @Nullable Long groupId) {

    /** Everybody. */
    public static final MemberFilter ALL = new MemberFilter("", null, null);
}
