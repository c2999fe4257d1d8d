package dev.latchkey.user.password.hash;

import dev.latchkey.common.text.BoundedText;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Checks hashes that other servers calculated. Those servers hashed what was typed, as it was typed, and so does this: a normalized
 * form would be another password to them. New hashes are never made this way; the next login replaces each by our own.
 */
final class ImportedPasswordEncoder implements PasswordEncoder {

    private final int ordinaryKib;
    private final Semaphore large = new Semaphore(1, true);

    /**
     * Checks one at a time of those that need more memory.
     *
     * @param ordinaryKib what a hash of our own needs
     */
    ImportedPasswordEncoder(int ordinaryKib) {
        this.ordinaryKib = ordinaryKib;
    }

    @Override
    public String encode(@Nullable CharSequence password) {
        throw new UnsupportedOperationException("imported hashes are only checked");
    }

    @Override
    public boolean matches(@Nullable CharSequence typed, @Nullable String phc) {
        // As much work for a text that is too long as for any other wrong password
        var bounded = Optional.ofNullable(typed).filter(text -> text.length() <= BoundedText.LONGEST);
        return Optional.ofNullable(phc)
                .flatMap(ImportedHash::parse)
                .filter(hash -> isOf(hash, bounded.orElse("")) && bounded.isPresent())
                .isPresent();
    }

    private boolean isOf(ImportedHash hash, CharSequence typed) {
        if (hash.memoryKib() <= ordinaryKib) {
            return hash.isOf(typed);
        }
        large.acquireUninterruptibly();
        try {
            return hash.isOf(typed);
        } finally {
            large.release();
        }
    }

    @Override
    public boolean upgradeEncoding(@Nullable String phc) {
        return true;
    }
}
