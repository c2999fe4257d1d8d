package dev.latchkey.twofactor.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpParametersTest {

    @ParameterizedTest
    @CsvSource({
        "SHA1, 20, 59, 94287082",
        "SHA1, 20, 20000000000, 65353130",
        "SHA256, 32, 59, 46119246",
        "SHA256, 32, 1111111109, 68084774",
        "SHA256, 32, 20000000000, 77737706",
        "SHA512, 64, 59, 90693936",
        "SHA512, 64, 1234567890, 93441116",
        "SHA512, 64, 20000000000, 47863826"
    })
    void the_codes_of_RFC_6238_appendix_B_come_out(TotpAlgorithm algorithm, int bytes, long second, String code) {
        var parameters = new TotpParameters(8, 30, algorithm);
        var key = "1234567890".repeat(7).substring(0, bytes).getBytes(StandardCharsets.US_ASCII);
        var secret = TotpSecret.ofKey(key).orElseThrow();

        assertThat(new Totp(parameters).codeAt(secret, parameters.stepAt(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @Test
    void steps_and_the_explanation_of_a_wrong_clock_are_of_the_period() {
        var parameters = new TotpParameters(8, 60, TotpAlgorithm.SHA256);
        var totp = new Totp(parameters);
        var secret = TotpSecret.generate();
        var now = Instant.parse("2026-03-29T01:00:05Z");
        var step = now.getEpochSecond() / 60;

        assertThat(totp.matchingStep(secret, code(totp.codeAt(secret, step - 1)), now))
                .hasValue(step - 1);
        assertThat(totp.matchingStep(secret, code(totp.codeAt(secret, step + 2)), now))
                .isEmpty();
        assertThat(totp.clockOffset(secret, code(totp.codeAt(secret, step + 10)), now))
                .contains(Duration.ofMinutes(10));
        assertThat(totp.clockOffset(secret, code(totp.codeAt(secret, step + 11)), now))
                .isEmpty();
        assertThat(parameters.latestStepAt(now)).isEqualTo(step + 1);
    }

    @ParameterizedTest
    @CsvSource({"5, 30", "9, 30", "6, 14", "6, 121", "0, 0", "6, -30"})
    void what_no_app_shows_or_would_be_valid_too_long_is_refused(int digits, int period) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TotpParameters(digits, period, TotpAlgorithm.SHA1));
    }

    @ParameterizedTest
    @CsvSource({"HmacSHA1, SHA1", "SHA1, SHA1", "sha-256, SHA256", "HmacSHA512, SHA512"})
    void algorithms_are_known_by_the_names_that_servers_give_them(String name, TotpAlgorithm algorithm) {
        assertThat(TotpAlgorithm.named(name)).contains(algorithm);
        assertThat(TotpAlgorithm.named(name + "0")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"15, false", "16, true", "20, true", "128, true", "129, false"})
    void a_key_has_128_bits_at_least(int bytes, boolean accepted) {
        var secret = TotpSecret.ofKey(new byte[bytes]);

        assertThat(secret.isPresent()).isEqualTo(accepted);
        secret.ifPresent(
                key -> assertThat(TotpSecret.ofBase32(key.base32()).base32()).isEqualTo(key.base32()));
    }

    private static AuthenticationCode code(String digits) {
        return AuthenticationCode.parse(digits, 8).orElseThrow();
    }
}
