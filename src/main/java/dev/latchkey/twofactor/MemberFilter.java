package dev.latchkey.twofactor;

import org.jspecify.annotations.Nullable;

/**
 * Which users to list.
 *
 * @param search part of a name or an address; empty for all
 * @param state null for all
 * @param groupId null for all
 */
public record MemberFilter(
        String search,
        @Nullable TwoFactorState state,
        @Nullable Long groupId) {

    /** Everybody. */
    public static final MemberFilter ALL = new MemberFilter("", null, null);
}
