package dev.latchkey.twofactor.totp;

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
        assertThat(AuthenticationCode.parse(typed, 6))
                .map(AuthenticationCode::digits)
                .contains("123456");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "12345",
                "1234567",
                "12345a",
                "123456a",
                "a123456",
                "0x123456",
                "-12345",
                "+12345",
                "123.456",
                "12345６７",
                "<b>1",
                "123456 7",
                "123456 or 654321",
                "Your code is 85707",
                "Call 857 071 123"
            })
    void anything_else_is_no_code(String typed) {
        assertThat(AuthenticationCode.parse(typed, 6)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "٨٥٧٠٧١",
                "۸۵۷۰۷۱",
                "८५७ ०७१",
                "857-071",
                "857\u2011071",
                "857\u2212071",
                "857\u00ad071",
                "857_071",
                "857 \u00b7 071",
                "\u2068857 071\u2069",
                "\ufeff857\u200b071",
                "Your code is 857 071",
                "Your code is 857 071. It expires in 10 minutes.",
                "G-857071 is your code",
                "Ihr Code lautet: \u2068857 071\u2069\nEr gilt 30 Sekunden.",
                "验证码857071，请勿泄露",
                "1. 857071",
                "Code 857 071 (enter 857071)"
            })
    void FIELD_P9_a_code_is_read_in_any_scripts_digits_and_out_of_a_sentence(String typed) {
        assertThat(AuthenticationCode.parse(typed, 6))
                .map(AuthenticationCode::digits)
                .contains("857071");
    }

    @Test
    void FIELD_A1_a_code_is_not_looked_for_beyond_what_a_sentence_needs() {
        assertThat(AuthenticationCode.parse(" ".repeat(AuthenticationCode.LONGEST_INPUT - 6) + "857071", 6))
                .isPresent();
        assertThat(AuthenticationCode.parse(" ".repeat(AuthenticationCode.LONGEST_INPUT - 5) + "857071", 6))
                .isEmpty();
    }

    @Test
    void a_text_of_ten_megabytes_is_no_code_and_costs_nothing() {
        assertThat(AuthenticationCode.parse("1".repeat(10_000_000), 6)).isEmpty();
    }

    @Test
    void its_text_form_does_not_tell_the_digits() {
        assertThat(AuthenticationCode.parse("123456", 6).orElseThrow().toString())
                .doesNotContain("123456");
    }
}
