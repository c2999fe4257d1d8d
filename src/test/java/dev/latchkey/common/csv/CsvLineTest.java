package dev.latchkey.common.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    private static final CsvLine LINE = CsvLine.of(Locale.UK);

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
        assertThat(LINE.of(cell)).startsWith("\"'").endsWith("\"\r\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            x;=1+1;y     § x;'=1+1;y
            x,@SUM(1)    § x,'@SUM(1)
            x; =1        § x; '=1
            x;"=1        § x;""'=1
            x，y;＝1     § x，y;'＝1
            """)
    void FIELD_P12_nor_is_what_begins_behind_the_separator_of_another_spreadsheet(String cell, String harmless) {
        assertThat(LINE.of(cell)).isEqualTo("\"" + harmless + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ada@example.com", "1-2", "a=b", "2026-01-01T00:00:00Z", "'=1"})
    void what_is_none_stands_as_it_is(String cell) {
        assertThat(LINE.of(cell)).isEqualTo("\"" + cell + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "'x", "O'Neill", "=1+1", "+ada@example.com", "x;=1;y", "A, -B, 'C", "x,@SUM(1)"})
    void what_was_kept_from_being_a_formula_comes_back_as_it_was(String text) {
        var line = LINE.of(text);

        assertThat(CsvLine.textOf(line.substring(1, line.length() - 3))).isEqualTo(text);
    }

    @Test
    void cells_are_quoted_as_rfc_4180_says_and_stay_on_one_line() {
        assertThat(LINE.of("a,b", "say \"no\"", "one\r\ntwo\u2028three"))
                .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"one  two three\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "de-AT", "de-CH", "en-DE", "fr-FR"})
    void FIELD_P12_a_spreadsheet_that_separates_by_semicolons_gets_them(String locale) {
        assertThat(CsvLine.of(Locale.UK, Locale.forLanguageTag(locale)).of("a", "b,c;d", "=1"))
                .isEqualTo("\"a\";\"b,c;d\";\"'=1\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "en-GB", "ja-JP", "und"})
    void FIELD_P12_every_other_gets_commas(String locale) {
        assertThat(CsvLine.of(Locale.forLanguageTag(locale)).of("a", "b")).isEqualTo("\"a\",\"b\"\r\n");
    }
}
