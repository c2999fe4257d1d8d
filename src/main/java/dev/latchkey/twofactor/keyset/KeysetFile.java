package dev.latchkey.twofactor.keyset;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.springframework.modulith.NamedInterface;

/** The keyset that encrypts secrets, as Tink's JSON in a file outside the database. */
@NamedInterface("api")
public final class KeysetFile {

    private KeysetFile() {}

    /**
     * Writes a new AES-256-GCM keyset that only the owner of the process can read, in a folder that nobody else can write to,
     * whatever the umask; an existing folder is not changed.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the file exists: a keyset is never overwritten
     */
    public static void create(Path file) throws IOException {
        try {
            AeadConfig.register();
            var json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(KeyTemplates.get("AES256_GCM")), InsecureSecretKeyAccess.get());
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent(), permissions("rwx------"));
            }
            Files.createFile(file, permissions("rw-------"));
            Files.writeString(file, json, StandardOpenOption.WRITE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    /**
     * Reads a keyset.
     *
     * @throws KeysetUnusableException if the file is missing or is not a keyset; the message names the file, not its content
     */
    static KeysetHandle read(Path file) {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        } catch (IOException e) {
            throw new KeysetUnusableException("Can't read the keyset file " + file + ".");
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new KeysetUnusableException("The file " + file + " isn't a keyset.");
        }
    }
}
