package dev.latchkey.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(1)",
                " =1",
                "\u00A0=1",
                "\u3000=1",
                "\u200B=1",
                "\uFEFF=1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF201",
                "\u0000=1",
                "\t1",
                "\r1",
                "\n1",
                " \t1"
            })
    void what_a_spreadsheet_would_take_for_a_formula_becomes_a_text(String cell) {
        assertThat(CsvLine.of(cell)).startsWith("\"'").endsWith("\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ada@example.com", "1-2", "a=b", "2026-01-01T00:00:00Z", "'=1"})
    void what_is_none_stands_as_it_is(String cell) {
        assertThat(CsvLine.of(cell)).isEqualTo("\"" + cell + "\"\r\n");
    }

    @Test
    void cells_are_quoted_as_rfc_4180_says_and_stay_on_one_line() {
        assertThat(CsvLine.of("a,b", "say \"no\"", "one\r\ntwo\u2028three"))
                .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"one  two three\"\r\n");
    }
}
