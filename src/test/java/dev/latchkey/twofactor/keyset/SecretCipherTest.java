package dev.latchkey.twofactor.keyset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.twofactor.TwoFactorProperties;
import dev.latchkey.twofactor.totp.TotpSecret;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretCipherTest {

    private static final long USER = 7;

    @TempDir
    private Path folder;

    private Path keyset;
    private SecretCipher cipher;

    @BeforeEach
    void makeKeyset() throws Exception {
        keyset = folder.resolve("keyset.json");
        KeysetFile.create(keyset);
        cipher = new SecretCipher(new Keyset(new TwoFactorProperties(keyset, Duration.ofHours(72))));
    }

    @Test
    void a_secret_comes_back_for_its_user() {
        var secret = TotpSecret.generate();

        assertThat(cipher.decrypt(cipher.encrypt(secret, USER), USER).base32()).isEqualTo(secret.base32());
    }

    @Test
    void only_its_owner_may_read_the_keyset() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyset)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_keyset_is_never_overwritten() {
        assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> KeysetFile.create(keyset));
    }

    @Test
    void a_missing_keyset_is_named() {
        var missing = folder.resolve("missing.json");

        assertThatExceptionOfType(KeysetUnusableException.class)
                .isThrownBy(() -> new Keyset(new TwoFactorProperties(missing, Duration.ofHours(72))))
                .withMessageContaining(missing.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "not a keyset", "{\"primaryKeyId\":1,\"key\":[]}"})
    void what_is_no_keyset_is_named_but_not_quoted(String content) throws Exception {
        var wrong = Files.writeString(folder.resolve("wrong.json"), content);

        assertThatExceptionOfType(KeysetUnusableException.class)
                .isThrownBy(() -> new Keyset(new TwoFactorProperties(wrong, Duration.ofHours(72))))
                .withMessage("The file " + wrong + " isn't a keyset.");
    }
}
