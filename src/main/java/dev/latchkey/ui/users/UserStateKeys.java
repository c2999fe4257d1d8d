package dev.latchkey.ui.users;

import dev.latchkey.twofactor.directory.TwoFactorState;
import dev.latchkey.user.UserStatus;

/** The keys of the words for how a user stands. */
public final class UserStateKeys {

    private UserStateKeys() {}

    /** That of the status of their account. */
    public static String of(UserStatus status) {
        return switch (status) {
            case INVITED -> "users.status.invited";
            case ACTIVE -> "users.status.active";
            case DISABLED -> "users.status.disabled";
        };
    }

    static String of(TwoFactorState state) {
        return switch (state) {
            case ON -> "users.state.on";
            case WAITING -> "users.state.waiting";
            case OFF -> "users.state.off";
        };
    }
}
