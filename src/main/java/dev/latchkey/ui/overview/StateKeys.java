package dev.latchkey.ui.overview;

import dev.latchkey.twofactor.evidence.FactorState;
import dev.latchkey.user.UserStatus;

/** The keys of what the evidence says about a user. */
final class StateKeys {

    private StateKeys() {}

    static String of(UserStatus status) {
        return switch (status) {
            case INVITED -> "evidence.status.invited";
            case ACTIVE -> "evidence.status.active";
            case DISABLED -> "evidence.status.disabled";
        };
    }

    static String of(FactorState state) {
        return switch (state) {
            case ON -> "evidence.factor.on";
            case WAITING -> "evidence.factor.waiting";
            case EXPIRED -> "evidence.factor.expired";
            case OFF -> "evidence.factor.off";
        };
    }
}
