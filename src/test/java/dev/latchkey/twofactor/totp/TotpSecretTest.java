package dev.latchkey.twofactor.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TotpSecretTest {

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
}
