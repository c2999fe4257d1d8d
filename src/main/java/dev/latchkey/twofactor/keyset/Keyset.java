package dev.latchkey.twofactor.keyset;

import dev.latchkey.twofactor.TwoFactorProperties;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/**
 * The keyset in use. The file says which keys there are, the database which of them encrypts new data ({@link CurrentKey}), so that
 * all nodes change over at once, whenever each got its copy of the file. Both can change while the application runs.
 */
@Component
public class Keyset {

    private final Path file;
    private volatile KeysetKeys keys;

    Keyset(TwoFactorProperties properties) {
        this.file = properties.keysetFile();
        this.keys = KeysetFile.read(file);
    }

    /** The file that the keys come from. */
    public Path file() {
        return file;
    }

    /** The keys as of now. */
    public KeysetKeys keys() {
        return keys;
    }

    /**
     * Reads the file again; the current key stays the same.
     *
     * @throws KeysetUnusableException if it cannot be read or lacks the current key; the keys from before stay in use
     */
    public synchronized void reload() {
        var read = KeysetFile.read(file);
        if (!read.ids().contains(keys.currentId())) {
            throw new KeysetUnusableException(
                    "The keyset in " + file + " no longer has the current key, " + keys.currentId() + ".");
        }
        var next = read.withCurrent(keys.currentId());
        if (!next.handle().equalsKeyset(keys.handle())) {
            keys = next;
        }
    }

    /** Encrypts new data with that key from now on; it must be one of the keys. */
    synchronized void use(int keyId) {
        if (keyId != keys.currentId()) {
            keys = keys.withCurrent(keyId);
        }
    }
}
