package dev.latchkey.twofactor;

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
                "0A1B-2C3D-4E5F-6G7H-8J9K-0M1N                                        "
            })
    void is_not_read_from_anything_else(String typed) {
        assertThat(RecoveryCode.parse(typed)).isEmpty();
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
