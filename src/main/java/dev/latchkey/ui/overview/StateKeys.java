package dev.latchkey.ui.overview;

import dev.latchkey.twofactor.evidence.FactorState;

/** The keys of what the evidence says about the second factor of a user. */
final class StateKeys {

    private StateKeys() {}

    static String of(FactorState state) {
        return switch (state) {
            case ON -> "evidence.factor.on";
            case WAITING -> "evidence.factor.waiting";
            case EXPIRED -> "evidence.factor.expired";
            case OFF -> "evidence.factor.off";
        };
    }
}
