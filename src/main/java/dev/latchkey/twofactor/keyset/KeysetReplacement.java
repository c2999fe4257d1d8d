package dev.latchkey.twofactor.keyset;

import static java.nio.file.StandardOpenOption.WRITE;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/** Replaces the keyset file in one step, so that a node that reads it meanwhile reads the old keys or the new ones, with the same owner and mode. */
final class KeysetReplacement {

    private KeysetReplacement() {}

    /** Replaces what the path leads to; a symbolic link stays one. */
    static void write(Path path, KeysetHandle keyset) throws IOException {
        var file = path.toRealPath();
        var next = Files.createTempFile(
                file.toAbsolutePath().getParent(), ".keyset", ".json", KeysetFile.permissions("rw-------"));
        try {
            try (var channel = FileChannel.open(next, WRITE)) {
                var json = ByteBuffer.wrap(KeysetFile.json(keyset).getBytes(StandardCharsets.UTF_8));
                while (json.hasRemaining()) {
                    channel.write(json);
                }
                channel.force(true);
            }
            takeOver(Files.readAttributes(file, PosixFileAttributes.class), next);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /** The owner and the group first: changing them may take permissions away. */
    private static void takeOver(PosixFileAttributes old, Path next) throws IOException {
        var attributes = Files.getFileAttributeView(next, PosixFileAttributeView.class);
        var made = attributes.readAttributes();
        if (!made.owner().equals(old.owner())) {
            attributes.setOwner(old.owner());
        }
        if (!made.group().equals(old.group())) {
            attributes.setGroup(old.group());
        }
        attributes.setPermissions(old.permissions());
    }
}
