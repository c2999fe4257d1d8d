package dev.latchkey.twofactor.keyset;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import dev.latchkey.common.FileFailure;
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
            registerAlgorithms();
            create(file, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Like {@link #create(Path)}, with existing keys. */
    static void create(Path file, KeysetHandle keyset) throws IOException {
        var json = json(keyset);
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent(), permissions("rwx------"));
        }
        Files.createFile(file, permissions("rw-------"));
        try {
            Files.writeString(file, json, StandardOpenOption.WRITE);
        } catch (IOException e) {
            // Half a keyset would block the next attempt
            Files.deleteIfExists(file);
            throw e;
        }
    }

    static String json(KeysetHandle keyset) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static FileAttribute<Set<PosixFilePermission>> permissions(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    /**
     * Reads a keyset.
     *
     * @throws KeysetUnusableException if the file is missing or is not a keyset of AES-256-GCM keys; the message names the file, not
     *     its content
     */
    static KeysetKeys read(Path file) {
        try {
            registerAlgorithms();
            var keyset = TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
            if (!KeysetKeys.isNamed(keyset.getPrimary().getKey())) {
                throw new KeysetUnusableException("The primary key in " + file + " isn't an AES-256-GCM key.");
            }
            return new KeysetKeys(keyset);
        } catch (IOException e) {
            throw new KeysetUnusableException(
                    "Can't read the keyset file %s: %s.".formatted(file, FileFailure.reason(e)));
        } catch (KeysetUnusableException e) {
            throw e;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new KeysetUnusableException("The file " + file + " isn't a keyset.");
        }
    }

    private static void registerAlgorithms() throws GeneralSecurityException {
        AeadConfig.register();
        MacConfig.register();
    }
}
