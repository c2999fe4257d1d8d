package dev.latchkey.twofactor.directory;

import dev.latchkey.user.UserStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Which users to list.
 *
 * @param search part of a name or an address; empty for all
 * @param state null for all
 * @param groupId null for all
 * @param status null for all
 * @param secret null for all
 * @param reach null for all
 */
@NamedInterface("api")
public record MemberFilter(
        String search,
        @Nullable TwoFactorState state,
        @Nullable Long groupId,
        @Nullable UserStatus status,
        @Nullable SecretFilter secret,
        @Nullable ReachFilter reach) {

    /** Everybody. */
    public static final MemberFilter ALL = new MemberFilter("", null, null);

    /** By these alone. */
    public MemberFilter(String search, @Nullable TwoFactorState state, @Nullable Long groupId) {
        this(search, state, groupId, null, null, null);
    }
}
