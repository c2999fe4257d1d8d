package dev.latchkey.ui.users;

import dev.latchkey.twofactor.directory.SecretFilter;
import dev.latchkey.twofactor.directory.TwoFactorState;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A choice of users by their two-factor authentication: by its state, or by their secret. */
enum TwoFactorChoice {
    ON("users.state.on", TwoFactorState.ON, null),
    WAITING("users.state.waiting", TwoFactorState.WAITING, null),
    OFF("users.state.off", TwoFactorState.OFF, null),
    EXPIRED("users.secret.expired", null, SecretFilter.EXPIRED),
    UNPROVEN("users.secret.unproven", null, SecretFilter.UNPROVEN);

    private final String key;
    private final @Nullable TwoFactorState state;
    private final @Nullable SecretFilter secret;

    TwoFactorChoice(String key, @Nullable TwoFactorState state, @Nullable SecretFilter secret) {
        this.key = key;
        this.state = state;
        this.secret = secret;
    }

    /** The key of its words in the bundle. */
    String key() {
        return key;
    }

    Optional<TwoFactorState> state() {
        return Optional.ofNullable(state);
    }

    Optional<SecretFilter> secret() {
        return Optional.ofNullable(secret);
    }

    /** Its parameter in an address, and its name there. */
    Map.Entry<String, String> inAddress() {
        return Map.entry(state == null ? "secret" : "state", UserFilters.inAddress(this));
    }
}
