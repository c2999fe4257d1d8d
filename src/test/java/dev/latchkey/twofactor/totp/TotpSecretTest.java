package dev.latchkey.twofactor.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.support.AuthenticatorApp;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TotpSecretTest {

    @Test
    void ten_thousand_secrets_are_all_different_and_each_has_160_bits() {
        var secrets = Stream.generate(TotpSecret::generate)
                .limit(10_000)
                .map(TotpSecret::base32)
                .collect(Collectors.toSet());

        assertThat(secrets)
                .hasSize(10_000)
                .allSatisfy(
                        secret -> assertThat(AuthenticatorApp.decode(secret)).hasSize(20));
    }

    @Test
    void it_is_read_in_groups_of_four() {
        assertThat(TotpSecret.ofBase32("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").grouped())
                .isEqualTo("ABCD EFGH IJKL MNOP QRST UVWX YZ23 4567");
    }

    @Test
    void what_is_not_base32_is_refused_without_being_repeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TotpSecret.ofBase32("not base32"))
                .withMessage("not Base32");
    }

    @Test
    void its_text_form_does_not_tell_the_key() {
        var secret = TotpSecret.generate();

        assertThat(secret.toString()).doesNotContain(secret.base32());
    }
}
