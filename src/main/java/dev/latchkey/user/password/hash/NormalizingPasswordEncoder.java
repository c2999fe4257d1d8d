package dev.latchkey.user.password.hash;

import dev.latchkey.user.password.PasswordText;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Hashes passwords in their normalized form, so that an é is an é from every keyboard. */
record NormalizingPasswordEncoder(PasswordEncoder encoder) implements PasswordEncoder {

    // Hashed instead of a text that is too long, so that it takes as long as any other wrong password
    private static final String NOBODYS = "too long to be a password";

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return encoder.encode(password == null ? null : normalized(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (password == null) {
            return encoder.matches(null, hash);
        }
        var normalized = PasswordText.normalized(password);
        return encoder.matches(normalized.orElse(NOBODYS), hash) && normalized.isPresent();
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private static String normalized(CharSequence password) {
        return PasswordText.normalized(password)
                .orElseThrow(() -> new IllegalArgumentException("longer than the policy lets pass"));
    }
}
