package dev.latchkey.operation.start;

import dev.latchkey.twofactor.TwoFactorProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Warns of a keyset file that any user of the machine can read, or put another in the place of. Its group may read it: that is how a
 * service reads what root owns, and a container what is mounted.
 */
@Component
class KeysetAccessCheck implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(KeysetAccessCheck.class);
    private static final int STICKY = 01000;

    private final Path file;

    KeysetAccessCheck(TwoFactorProperties properties) {
        this.file = properties.keysetFile();
    }

    @Override
    public void afterPropertiesSet() {
        warning(file).ifPresent(LOG::warn);
    }

    /** A sentence on who else has access to the file, and what to do; empty if that is as it should be, or cannot be told. */
    static Optional<String> warning(Path file) {
        try {
            var real = file.toRealPath();
            var mode = modeOf(real);
            var folder = real.getParent();
            var folderMode = modeOf(folder);
            if ((mode & 0007) != 0) {
                return Optional.of(
                        "The keyset file %1$s has the mode %2$04o: every user of this machine can %3$s it. Run: chmod 600 %1$s. For a mounted Kubernetes secret, set defaultMode: 0440 and fsGroup."
                                .formatted(real, mode, (mode & 0002) == 0 ? "read" : "change"));
            }
            if ((mode & 0020) != 0) {
                return Optional.of(
                        "The keyset file %1$s has the mode %2$04o: its group can change it. Run: chmod g-w %1$s."
                                .formatted(real, mode));
            }
            if ((folderMode & 0022) != 0 && (folderMode & STICKY) == 0) {
                return Optional.of(
                        "The folder of the keyset file, %1$s, has the mode %2$04o: others can put another file in its place. Run: chmod go-w %1$s."
                                .formatted(folder, folderMode));
            }
            return Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            // Whether it can be read at all, the keyset itself finds out
            return Optional.empty();
        }
    }

    private static int modeOf(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:mode") & 07777;
    }
}
