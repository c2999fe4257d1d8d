package dev.latchkey.twofactor.totp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Rubbish;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CodePropertyTest {

    private final Totp totp = new Totp(TotpParameters.STANDARD);

    @Test
    void PEER_42_whatever_is_taken_for_a_code_is_the_six_digits_in_it() {
        Rubbish.often(20_000, rubbish -> {
            var typed = rubbish.text(100);
            AuthenticationCode.parse(typed, 6).ifPresent(code -> {
                assertThat(code.digits()).matches("[0-9]{6}");
                assertThat(AuthenticationCode.parse(code.digits(), 6)
                                .orElseThrow()
                                .digits())
                        .isEqualTo(code.digits());
                assertThat(typed.codePoints()
                                .filter(Character::isDigit)
                                .map(digit -> Character.digit(digit, 10))
                                .mapToObj(String::valueOf)
                                .collect(Collectors.joining()))
                        .contains(code.digits());
            });
        });
    }

    @Test
    void PEER_03_FIELD_P9_blanks_and_digits_of_other_scripts_make_no_other_code() {
        Rubbish.often(2_000, rubbish -> {
            var digits = "%06d".formatted(rubbish.number(1_000_000));
            var typed = digits.chars()
                    .mapToObj(digit -> rubbish.of(
                                    List.of("", "", " ", "\u00a0", "\t", "\u2009", "-", "\u200b", "\u2068"))
                            + Character.toString(
                                    digit - '0' + rubbish.of(List.of((int) '0', (int) '０', 0x660, 0x6f0, 0x966))))
                    .collect(Collectors.joining());

            assertThat(AuthenticationCode.parse(typed, 6).orElseThrow().digits())
                    .isEqualTo(digits);
        });
    }

    @Test
    void AC_S_03_a_code_belongs_to_its_own_step_and_to_the_neighbours_of_that_and_to_no_other() {
        Rubbish.often(2_000, rubbish -> {
            var secret = TotpSecret.generate();
            var now = Instant.ofEpochSecond(rubbish.number(Integer.MAX_VALUE));
            var distance = rubbish.number(7) - 3;
            var step = Math.max(0, TotpParameters.STANDARD.stepAt(now) + distance);
            var code = AuthenticationCode.parse(totp.codeAt(secret, step), 6).orElseThrow();

            var match = totp.matchingStep(secret, code, now);

            if (Math.abs(step - TotpParameters.STANDARD.stepAt(now)) <= Totp.WINDOW_STEPS) {
                assertThat(totp.codeAt(secret, match.orElseThrow())).isEqualTo(code.digits());
            } else if (match.isPresent()) {
                // One in a million codes is that of another step as well
                assertThat(totp.codeAt(secret, match.getAsLong())).isEqualTo(code.digits());
                assertThat(Math.abs(match.getAsLong() - TotpParameters.STANDARD.stepAt(now)))
                        .isLessThanOrEqualTo(Totp.WINDOW_STEPS);
            }
        });
    }

    @Test
    void AC_S_26_whatever_the_names_are_the_address_in_the_QR_code_is_read_back_as_them() {
        Rubbish.often(5_000, rubbish -> {
            var issuer = rubbish.text(40);
            var account = "m" + rubbish.text(40) + "@example.com";
            if (!isOneLine(issuer + account)) {
                return;
            }
            var secret = TotpSecret.generate();

            var uri = URI.create(KeyUri.of(secret, new AppEntry(issuer, account)));

            assertThat(uri.getRawPath()).matches("[/A-Za-z0-9%._~*-]*(:|%3A)[A-Za-z0-9%._~*-]*");
            assertThat(decoded(uri.getRawPath().substring(1))).isEqualTo(plain(issuer) + ":" + plain(account));
            assertThat(List.of(uri.getRawQuery().split("&")))
                    .contains("secret=" + secret.base32())
                    .filteredOn(parameter -> parameter.startsWith("issuer="))
                    .singleElement()
                    .satisfies(parameter -> assertThat(decoded(parameter)).isEqualTo("issuer=" + plain(issuer)));
        });
    }

    private static boolean isOneLine(String text) {
        return text.codePoints()
                .map(Character::getType)
                .noneMatch(type -> type == Character.CONTROL
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR
                        || type == Character.SURROGATE);
    }

    private static String plain(String name) {
        return name.replace(':', ' ').replaceAll(" +", " ").strip();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
