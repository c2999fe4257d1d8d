package dev.latchkey.twofactor.keyset;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.mac.HmacKey;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The keys of the keyset file as of one moment, one of which encrypts new data. */
public final class KeysetKeys {

    private final KeysetHandle keyset;
    private final Aead aead;
    private final Map<String, Map<Integer, byte[]>> derived = new ConcurrentHashMap<>();

    KeysetKeys(KeysetHandle keyset) throws GeneralSecurityException {
        this.keyset = keyset;
        this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** The same keys, of which that one encrypts new data; it must be one of {@link #ids}. */
    KeysetKeys withCurrent(int keyId) {
        try {
            var builder = KeysetHandle.newBuilder(keyset);
            entries(keyset)
                    .filter(i -> keyset.getAt(i).getId() == keyId)
                    .forEach(i -> builder.getAt(i).makePrimary());
            return new KeysetKeys(builder.build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    KeysetHandle handle() {
        return keyset;
    }

    Aead aead() {
        return aead;
    }

    /** The id of the key that encrypts new data. */
    public int currentId() {
        return keyset.getPrimary().getId();
    }

    /** The ids of all keys that decrypt, the oldest first. */
    public List<Integer> ids() {
        return entries(keyset)
                .filter(i -> isUsable(keyset.getAt(i)))
                .map(i -> keyset.getAt(i).getId())
                .boxed()
                .toList();
    }

    /** The ids of the keys that decrypt and are older than the current one. */
    public List<Integer> olderIds() {
        return ids().subList(0, ids().indexOf(currentId()));
    }

    /** Whether the key only verifies older seals of the audit trail, and neither encrypts nor decrypts. */
    boolean isRetired(int keyId) {
        return entries(keyset)
                .mapToObj(keyset::getAt)
                .anyMatch(entry -> entry.getId() == keyId && entry.getKey() instanceof HmacKey);
    }

    /** A key for that purpose from each key that decrypts, by its id; 256 bits each. */
    Map<Integer, byte[]> derive(String purpose) {
        return derived.computeIfAbsent(purpose, wanted -> {
            var keys = new HashMap<Integer, byte[]>();
            entries(keyset).mapToObj(keyset::getAt).forEach(entry -> {
                if (isUsable(entry) && entry.getKey() instanceof AesGcmKey key) {
                    keys.put(entry.getId(), DerivedKey.of(key, wanted));
                }
            });
            return keys;
        });
    }

    /** The keys that seal the audit trail, by the id of the key that each comes from; also those that are retired. */
    Map<Integer, byte[]> deriveForSeals() {
        var keys = new HashMap<>(derive(DerivedKey.AUDIT_SEAL));
        entries(keyset).mapToObj(keyset::getAt).forEach(entry -> {
            if (entry.getKey() instanceof HmacKey retired) {
                keys.put(entry.getId(), retired.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()));
            }
        });
        return keys;
    }

    /** Whether its ciphertexts name it, and it is in use. */
    private static boolean isUsable(KeysetHandle.Entry entry) {
        return entry.getStatus() == KeyStatus.ENABLED && isNamed(entry.getKey());
    }

    /** Whether it is an AES-256-GCM key whose id is at the beginning of each ciphertext. */
    static boolean isNamed(Key key) {
        return key instanceof AesGcmKey aes
                && aes.getParameters().getKeySizeBytes() == DerivedKey.SIZE_BYTES
                && aes.getParameters().getVariant() == AesGcmParameters.Variant.TINK;
    }

    private static IntStream entries(KeysetHandle keyset) {
        return IntStream.range(0, keyset.size());
    }
}
