package dev.latchkey.twofactor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"123456", " 123456", "123 456", "123\u00a0456", "1 2 3 4 5 6\t", "１２３４５６", "123\u2003456\r\n"})
    void however_the_code_was_typed_or_pasted_it_is_the_same_six_digits(String typed) {
        assertThat(AuthenticationCode.parse(typed))
                .map(AuthenticationCode::digits)
                .contains("123456");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", "12345", "1234567", "12345a", "-12345", "+12345", "123.456", "١٢٣٤٥٦", "12345６７", "<b>1"
            })
    void anything_else_is_no_code(String typed) {
        assertThat(AuthenticationCode.parse(typed)).isEmpty();
    }

    @Test
    void a_text_of_ten_megabytes_is_no_code_and_costs_nothing() {
        assertThat(AuthenticationCode.parse("1".repeat(10_000_000))).isEmpty();
    }

    @Test
    void its_text_form_does_not_tell_the_digits() {
        assertThat(AuthenticationCode.parse("123456").orElseThrow().toString()).doesNotContain("123456");
    }
}
