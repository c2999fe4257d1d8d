package dev.latchkey.twofactor.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {

    /** "12345678901234567890" of both RFCs' appendices, in Base32. */
    private static final TotpSecret RFC_SECRET = TotpSecret.ofBase32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    private static final Instant NOW = Instant.parse("2026-03-29T01:00:05Z");

    private final Totp totp = new Totp(TotpParameters.STANDARD);

    @ParameterizedTest
    @CsvSource({
        "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
        "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
    })
    void the_codes_of_RFC_4226_appendix_D_come_out(long counter, String code) {
        assertThat(totp.codeAt(RFC_SECRET, counter)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void a_code_of_this_step_or_the_one_beside_it_matches_with_its_own_step(int steps) {
        var secret = TotpSecret.generate();
        var step = TotpParameters.STANDARD.stepAt(NOW) + steps;

        assertThat(totp.matchingStep(secret, code(secret, step), NOW)).hasValue(step);
    }

    @ParameterizedTest
    @ValueSource(ints = {-20, -2, 2, 20})
    void a_code_from_further_away_does_not_match_but_is_explained(int steps) {
        var secret = TotpSecret.generate();
        var code = code(secret, TotpParameters.STANDARD.stepAt(NOW) + steps);

        assertThat(totp.matchingStep(secret, code, NOW)).isEmpty();
        assertThat(totp.clockOffset(secret, code, NOW)).contains(Duration.ofSeconds(30L * steps));
    }

    @Test
    void a_code_from_more_than_ten_minutes_away_is_not_explained() {
        var secret = TotpSecret.generate();

        assertThat(totp.clockOffset(secret, code(secret, TotpParameters.STANDARD.stepAt(NOW) + 21), NOW))
                .isEmpty();
    }

    @Test
    void a_thousand_codes_agree_with_oathtool() throws Exception {
        assumeTrue(oathtoolIsInstalled(), "oathtool is not installed");
        var random = new Random(6238);
        var wrong = new ArrayList<String>();
        for (int i = 0; i < 1_000; i++) {
            var secret = TotpSecret.generate();
            var at = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
            var theirs = run("oathtool", "--totp", "--base32", "--now=" + at, secret.base32());
            if (!theirs.equals(totp.codeAt(secret, TotpParameters.STANDARD.stepAt(at)))) {
                wrong.add(at.toString());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private AuthenticationCode code(TotpSecret secret, long step) {
        return AuthenticationCode.parse(totp.codeAt(secret, step), 6).orElseThrow();
    }

    private static boolean oathtoolIsInstalled() {
        try {
            return !run("oathtool", "--version").isEmpty();
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }
}
