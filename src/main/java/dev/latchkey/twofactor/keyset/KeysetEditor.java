package dev.latchkey.twofactor.keyset;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacKey;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.util.SecretBytes;
import dev.latchkey.common.FileFailure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Adds keys to the keyset file and retires them. Each method writes to another, new file if it is given one. */
@Component
public class KeysetEditor {

    private final Keyset keyset;

    KeysetEditor(Keyset keyset) {
        this.keyset = keyset;
    }

    /**
     * Adds a new key, which encrypts nothing yet.
     *
     * @return its id
     * @throws KeysetUnwritableException if the file cannot be written; it is unchanged
     */
    public int add(Optional<Path> other) {
        try {
            var changed = KeysetHandle.newBuilder(keyset.keys().handle())
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId())
                    .build();
            write(changed, other);
            return changed.getAt(changed.size() - 1).getId();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Replaces those keys, none of which may be the current one, by what is left of them: the key for seals of the audit trail that
     * is derived from each. Nobody who gets the file afterwards can decrypt anything with them.
     *
     * @throws KeysetUnwritableException if the file cannot be written; it is unchanged
     */
    public void retire(Collection<Integer> keyIds, Optional<Path> other) {
        var keys = keyset.keys();
        var changed = KeysetHandle.newBuilder();
        try {
            for (var i = 0; i < keys.handle().size(); i++) {
                var entry = keys.handle().getAt(i);
                changed.addEntry(keyIds.contains(entry.getId()) ? retired(entry) : same(entry, keys.currentId()));
            }
            write(changed.build(), other);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeysetHandle.Builder.Entry same(KeysetHandle.Entry entry, int currentId) {
        var same = KeysetHandle.importKey(entry.getKey())
                .withFixedId(entry.getId())
                .setStatus(entry.getStatus());
        return entry.getId() == currentId ? same.makePrimary() : same;
    }

    private static KeysetHandle.Builder.Entry retired(KeysetHandle.Entry entry) throws GeneralSecurityException {
        return KeysetHandle.importKey(sealKey(entry.getKey()))
                .withFixedId(entry.getId())
                .setStatus(KeyStatus.DISABLED);
    }

    private static HmacKey sealKey(Key key) throws GeneralSecurityException {
        var derived = DerivedKey.of((AesGcmKey) key, DerivedKey.AUDIT_SEAL);
        return HmacKey.builder()
                .setParameters(HmacParameters.builder()
                        .setKeySizeBytes(DerivedKey.SIZE_BYTES)
                        .setTagSizeBytes(DerivedKey.SIZE_BYTES)
                        .setHashType(HmacParameters.HashType.SHA256)
                        .setVariant(HmacParameters.Variant.NO_PREFIX)
                        .build())
                .setKeyBytes(SecretBytes.copyFrom(derived, InsecureSecretKeyAccess.get()))
                .build();
    }

    private void write(KeysetHandle changed, Optional<Path> other) {
        try {
            if (other.isPresent()) {
                KeysetFile.create(other.get(), changed);
            } else {
                KeysetReplacement.write(keyset.file(), changed);
                keyset.reload();
            }
        } catch (FileAlreadyExistsException e) {
            throw new KeysetUnwritableException("There is already a file at " + other.orElse(keyset.file()) + ".");
        } catch (IOException e) {
            throw new KeysetUnwritableException("Can't write the keyset file %s: %s."
                    .formatted(other.orElse(keyset.file()), FileFailure.reason(e)));
        }
    }
}
