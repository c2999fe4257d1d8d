package dev.latchkey.common.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.common.RefusedException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"Example Inc", "O'Brien", "Schlüssel & 🔑", "a:b%c"})
    void a_name_on_one_line_is_allowed(String name) {
        assertThat(DisplayName.isAllowed(name, 64)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Mallory\r\nBcc: all@example.com", "tab\there", "null\0"})
    void a_blank_name_or_one_that_could_end_a_mail_header_is_not(String name) {
        assertThat(DisplayName.isAllowed(name, 64)).isFalse();
    }

    @Test
    void length_counts_characters_as_people_do() {
        assertThat(DisplayName.isAllowed("🔑".repeat(64), 64)).isTrue();
        assertThat(DisplayName.isAllowed("🔑".repeat(65), 64)).isFalse();
        assertThat(DisplayName.isAllowed("x".repeat(2_000), 64)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mallory\u202emoc.elpmaxe@nimda",
                "Mallory\u2067",
                "\u2068Mallory\u2069",
                "Mallory\u202a",
                "two\u2028lines",
                "next\u0085line",
                "half \ud83d"
            })
    void FIELD_T5_a_name_that_turns_or_breaks_the_text_around_it_is_refused(String name) {
        assertThat(DisplayName.faultOf(name, 64)).contains(NameFault.FORBIDDEN_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200b",
                "\u3164",
                "\u115f",
                "\uffa0",
                "\u2800",
                "\u2800 \u2800",
                "\u034f",
                "\u0301",
                "\u200d\ufe0f",
                "\ufeff",
                "\ufffc",
                "\ud834\udd59",
                "\ue000",
                "\udb40\udc41"
            })
    void FIELD_T5_a_name_that_nobody_sees_is_none(String name) {
        assertThat(DisplayName.faultOf(name, 64)).contains(NameFault.INVISIBLE);
        assertThat(DisplayName.faultOf("A" + name, 64)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'  Ada   Lovelace ', Ada Lovelace",
        "'Ada\u00a0\u00a0Lovelace', Ada Lovelace",
        "'\ufeffAda\u200b Love\u00adlace', Ada Lovelace",
        "'Zoe\u0308', Zo\u00eb",
        "'e\u034f\u0301', \u00e9",
        "'\u5c71\u7530\u3000\u592a\u90ce', \u5c71\u7530 \u592a\u90ce",
        "\ud83d\udc69\u200d\ud83d\udcbb Ada, \ud83d\udc69\u200d\ud83d\udcbb Ada",
        "\u2764\ufe0f, \u2764\ufe0f",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645, \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    })
    void FIELD_T5_a_name_has_one_form_and_keeps_what_its_script_needs(String typed, String stored) {
        assertThat(DisplayName.require(typed, 64)).isEqualTo(stored);
    }

    @Test
    void FIELD_T5_a_refusal_says_why() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> DisplayName.require("x".repeat(65), 64))
                .withMessage("name.refused.length")
                .matches(refused -> refused.arguments()[0].equals(64));
        assertThat(DisplayName.faultOf("", 64)).contains(NameFault.LENGTH);
    }

    @Test
    void FIELD_A1_a_name_of_a_megabyte_is_too_long_and_no_more() {
        assertThat(DisplayName.faultOf("a" + "\u0315".repeat(50_000) + "\u0300".repeat(50_000), 64))
                .contains(NameFault.LENGTH);
    }

    @ParameterizedTest
    @CsvSource({
        "F\u0131nance, Finance",
        "\u0420ayroll, Payroll",
        "FIN\u0391NCE, finance",
        "Fin\u200dance, Finance",
        "Finance, FINANCE",
        "F\u0131n\u00e1nce, Finance",
        "Account Adrninistrator, Account Administrator",
        "\uff26inance, Finance"
    })
    void FIELD_T5_names_that_look_alike_are_known(String name, String other) {
        assertThat(LookAlike.areAlike(name, other)).isTrue();
        assertThat(LookAlike.areAlike(other, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Finance, Finances", "Team A, Team B", "Z\u00fcrich, Z\u00fcrich West", "\u5c71\u7530, \u592a\u90ce"})
    void FIELD_T5_names_that_do_not_are_told_apart(String name, String other) {
        assertThat(LookAlike.areAlike(name, other)).isFalse();
    }

    @Test
    void FIELD_T5_a_description_may_have_lines_and_nothing_that_turns_them() {
        assertThat(Description.require(" two\nlines ", 500)).isEqualTo("two\nlines");
        assertThat(Description.require("", 500)).isEmpty();
        assertThat(Stream.of("x\u202ey", "x\u2066", "bell\u0007", "x".repeat(501), "x".repeat(100_000)))
                .allSatisfy(text -> assertThatExceptionOfType(RefusedException.class)
                        .isThrownBy(() -> Description.require(text, 500))
                        .withMessage("description.refused"));
    }
}
