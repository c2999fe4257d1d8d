package dev.latchkey.user.password.hash;

import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The imported hashes that no login has replaced yet. */
@Component
@NamedInterface("api")
public class ImportedHashes {

    private final ImportedHashRepository hashes;

    ImportedHashes(ImportedHashRepository hashes) {
        this.hashes = hashes;
    }

    /** Whether there are any, so that checking a password takes longer for some users than for others. */
    public boolean areLeft() {
        return hashes.exist();
    }
}
