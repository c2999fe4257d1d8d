package dev.latchkey.twofactor.keyset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.latchkey.twofactor.TwoFactorProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetSealKeysTest {

    private static final byte[] MESSAGE = "a seal".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path directory;

    @BeforeAll
    static void tinkKnowsItsAlgorithms() throws GeneralSecurityException {
        AeadConfig.register();
    }

    @Test
    void one_keyset_gives_one_key_wherever_it_is_read_and_another_keyset_another_one() throws Exception {
        var file = directory.resolve("keyset.json");
        KeysetFile.create(file);
        var keys = keysOf(file);
        var elsewhere = directory.resolve("elsewhere.json");
        KeysetFile.create(elsewhere);
        var others = keysOf(elsewhere);

        var code = keys.authenticationCode(keys.currentKeyId(), MESSAGE);

        assertThat(code).hasSize(32).isEqualTo(keysOf(file).authenticationCode(keys.currentKeyId(), MESSAGE));
        assertThat(others.authenticationCode(others.currentKeyId(), MESSAGE)).isNotEqualTo(code);
    }

    @Test
    void what_an_earlier_key_sealed_can_still_be_checked_after_a_new_one_has_come() throws Exception {
        var before = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        var earlier = keysOf(write(before));
        var later = keysOf(write(KeysetHandle.newBuilder(before)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build()));

        assertThat(later.currentKeyId()).isNotEqualTo(earlier.currentKeyId());
        assertThat(later.has(earlier.currentKeyId())).isTrue();
        assertThat(later.authenticationCode(earlier.currentKeyId(), MESSAGE))
                .isEqualTo(earlier.authenticationCode(earlier.currentKeyId(), MESSAGE));
        assertThat(earlier.has(later.currentKeyId())).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> earlier.authenticationCode(later.currentKeyId(), MESSAGE));
    }

    @Test
    void a_keyset_whose_primary_key_is_of_another_kind_is_refused_with_a_sentence() throws Exception {
        var file = write(KeysetHandle.generateNew(PredefinedAeadParameters.CHACHA20_POLY1305));

        assertThatExceptionOfType(KeysetUnusableException.class)
                .isThrownBy(() -> keysOf(file))
                .withMessageContaining("isn't an AES-256-GCM key");
    }

    private Path write(KeysetHandle keyset) throws IOException, GeneralSecurityException {
        var json = TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        return Files.writeString(Files.createTempFile(directory, "keyset", ".json"), json);
    }

    private static KeysetSealKeys keysOf(Path file) throws GeneralSecurityException {
        return new KeysetSealKeys(new Keyset(new TwoFactorProperties(file, Duration.ofHours(72))));
    }
}
