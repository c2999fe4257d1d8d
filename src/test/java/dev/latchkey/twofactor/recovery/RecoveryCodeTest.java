package dev.latchkey.twofactor.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodeTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void has_120_random_bits_in_characters_that_nobody_mistakes() {
        var codes = IntStream.range(0, 10_000)
                .mapToObj(i -> RecoveryCode.generate(RANDOM).grouped())
                .toList();

        assertThat(codes)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}"));
        assertThat(codes.stream().flatMapToInt(String::chars).boxed().collect(Collectors.toSet()))
                .as("32 characters and the dash")
                .hasSize(33);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0A1B-2C3D-4E5F-6G7H-8J9K-0M1N",
                "0a1b2c3d4e5f6g7h8j9k0m1n",
                "  oAiB 2C3D 4e5f 6G7H 8J9K OmLn\n",
                "OAIB–2C3D—4E5F‑6G7H-8J9K-OMIN",
                "0A1B 2C3D-4E5F-6G7H-8J9K-0M1N"
            })
    void is_read_however_it_is_written(String typed) {
        assertThat(RecoveryCode.parse(typed))
                .hasValueSatisfying(code -> assertThat(code.grouped()).isEqualTo("0A1B-2C3D-4E5F-6G7H-8J9K-0M1N"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "123456",
                "0A1B-2C3D-4E5F-6G7H-8J9K-0M1",
                "0A1B-2C3D-4E5F-6G7H-8J9K-0M1NX",
                "UUUU-2C3D-4E5F-6G7H-8J9K-0M1N",
                "0A1B-2C3D-4E5F-6G7H-8J9K-0M1*",
                "0A1B-2C3D-4E5F-6G7H-8J9K-0M1É",
                "123. 0A1B-2C3D-4E5F-6G7H-8J9K-0M1N",
                "0A1B-2C3D-4E5F-6G7H-8J9K-0M1N 0A1B-2C3D-4E5F-6G7H-8J9K-0M1N"
            })
    void is_not_read_from_anything_else(String typed) {
        assertThat(RecoveryCode.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. 0A1B-2C3D-4E5F-6G7H-8J9K-0M1N",
                "10) 0A1B-2C3D-4E5F-6G7H-8J9K-0M1N",
                "• 0A1B-2C3D-4E5F-6G7H-8J9K-0M1N",
                "- 0A1B 2C3D 4E5F 6G7H 8J9K 0M1N.",
                "\"0A1B-2C3D-4E5F-6G7H-8J9K-0M1N\",",
                "„0A1B-2C3D-4E5F-6G7H-8J9K-0M1N“",
                "0A1B\u22122C3D\u22124E5F\u22126G7H\u22128J9K\u22120M1N",
                "0A1B\u00ad2C3D\u00ad4E5F\u00ad6G7H\u00ad8J9K\u00ad0M1N",
                "0A1B\u200b2C3D\u200b4E5F\u200b6G7H\u200b8J9K\u200b0M1N",
                "\ufeff\u20680A1B_2C3D_4E5F_6G7H_8J9K_0M1N\u2069",
                "０Ａ１Ｂ－２Ｃ３Ｄ－４Ｅ５Ｆ－６Ｇ７Ｈ－８Ｊ９Ｋ－０Ｍ１Ｎ",
                "2\t0a1b 2c3d 4e5f 6g7h 8j9k 0m1n"
            })
    void FIELD_P8_a_recovery_code_is_read_with_whatever_stands_around_and_inside_it(String typed) {
        assertThat(RecoveryCode.parse(typed))
                .hasValueSatisfying(code -> assertThat(code.grouped()).isEqualTo("0A1B-2C3D-4E5F-6G7H-8J9K-0M1N"));
    }

    @Test
    void FIELD_A1_a_recovery_code_is_not_looked_for_beyond_its_bound() {
        var code = "0A1B-2C3D-4E5F-6G7H-8J9K-0M1N";

        assertThat(RecoveryCode.parse(" ".repeat(RecoveryCode.LONGEST_INPUT - code.length()) + code))
                .isPresent();
        assertThat(RecoveryCode.parse(" ".repeat(RecoveryCode.LONGEST_INPUT) + code))
                .isEmpty();
    }

    @Test
    void does_not_show_itself_by_accident() {
        var code = RecoveryCode.generate(RANDOM);

        assertThat(code).asString().isEqualTo("RecoveryCode[…]");
        assertThat(new RecoveryCodeSet("Example Inc", "mia@example.com", java.util.List.of(code)))
                .asString()
                .doesNotContain(code.grouped());
    }
}
