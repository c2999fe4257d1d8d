package dev.latchkey.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
