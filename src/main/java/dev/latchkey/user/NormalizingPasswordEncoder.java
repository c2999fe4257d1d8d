package dev.latchkey.user;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Hashes passwords in their normalised form, so that an é is an é from every keyboard. */
record NormalizingPasswordEncoder(PasswordEncoder encoder) implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return encoder.encode(normalized(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return encoder.matches(normalized(password), hash);
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private static @Nullable String normalized(@Nullable CharSequence password) {
        return password == null ? null : PasswordText.normalized(password);
    }
}
