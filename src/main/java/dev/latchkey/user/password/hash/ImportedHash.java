package dev.latchkey.user.password.hash;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.modulith.NamedInterface;

/**
 * A password hash that another server calculated, in the PHC string format: {@code $argon2id$v=19$m=7168,t=5,p=1$salt$hash} or
 * {@code $pbkdf2-sha512$i=210000$salt$hash}, Base64 without padding. Each one costs at most about a second and 64 MiB, so that no
 * file keeps a login from its turn; anything else is refused when it is read, and never checked.
 */
@NamedInterface("api")
public sealed interface ImportedHash permits ImportedArgon2, ImportedPbkdf2 {

    /** The longest PHC string that is parsed. */
    int LONGEST = 240;

    /** What the stored form begins with, to tell it from our own hashes. */
    String ID = "imported";

    /** Parses a PHC string; empty if it is of another kind, malformed, or outside the bounds. */
    static Optional<ImportedHash> parse(String phc) {
        if (phc.length() > LONGEST) {
            return Optional.empty();
        }
        return phc.startsWith("$argon2")
                ? ImportedArgon2.parse(phc).map(ImportedHash.class::cast)
                : ImportedPbkdf2.parse(phc).map(ImportedHash.class::cast);
    }

    /** The PHC string. */
    String phc();

    /** How much memory it takes to check it. */
    int memoryKib();

    /** How the hash is stored until its user's next login. */
    default String stored() {
        return "{" + ID + "}" + phc();
    }

    /** Whether that password, exactly as it was typed, has this hash. */
    boolean isOf(CharSequence typed);

    /** A salt or hash of a PHC string. */
    final class Bytes {

        /** Base64 of at most 64 bytes. */
        static final String PATTERN = "([A-Za-z0-9+/]{1,86})";

        private static final int LEAST_SALT = 8;
        // Fewer would let one password in so many pass
        private static final int LEAST_HASH = 16;
        private static final int MOST = 64;
        private static final Pattern PADDING = Pattern.compile("=+$");

        private Bytes() {}

        static Optional<byte[]> of(String base64) {
            try {
                return Optional.of(Base64.getDecoder().decode(base64));
            } catch (IllegalArgumentException malformed) {
                return Optional.empty();
            }
        }

        static String base64(byte[] bytes) {
            return PADDING.matcher(Base64.getEncoder().encodeToString(bytes)).replaceAll("");
        }

        static boolean areSane(byte[] salt, byte[] hash) {
            return salt.length >= LEAST_SALT && salt.length <= MOST && hash.length >= LEAST_HASH && hash.length <= MOST;
        }
    }
}
