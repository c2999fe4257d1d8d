package dev.latchkey.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.component.grid.RowCard;
import dev.latchkey.mail.MailContent;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsolationTest {

    private static final String HEBREW = "\u05d0\u05d3\u05d4";

    private final IsolatingMessages messages = new IsolatingMessages();

    @ParameterizedTest
    @ValueSource(
            strings = {"Ada Lovelace", "ada@example.com", "Zo\u00eb", "\u5c71\u7530", "", "50 % (of \ud83d\ude00)"})
    void FIELD_T5_what_reads_like_the_sentence_is_left_as_it_is(String text) {
        assertThat(Isolation.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {HEBREW, "Ada " + HEBREW, "\u0661\u0662", "\ud83a\udd00", "(" + HEBREW})
    void FIELD_T5_what_reads_from_right_to_left_stands_isolated(String text) {
        assertThat(Isolation.of(text)).isEqualTo("\u2068" + text + "\u2069");
        assertThat(Isolation.of(Isolation.of(text))).as("once").isEqualTo("\u2068" + text + "\u2069");
    }

    @Test
    void FIELD_T5_each_name_of_a_list_is_isolated_by_itself() {
        assertThat(Isolation.ofEach("Finance, \u05d0\u05d1\u05d2, 1"))
                .isEqualTo("Finance, \u2068\u05d0\u05d1\u05d2\u2069, 1");
        assertThat(Isolation.ofEach("")).isEmpty();
    }

    @Test
    void FIELD_T5_a_name_from_before_the_rule_turns_no_sentence() {
        var name = "Mallory\u202e\u2069moc.elpmaxe@nimda";

        assertThat(messages.getMessage("users.disable.done", new Object[] {name}, Locale.ENGLISH))
                .isEqualTo("Mallorymoc.elpmaxe@nimda is disabled.");
    }

    @Test
    void FIELD_T5_every_text_isolates_what_it_takes_and_numbers_are_numbers() {
        assertThat(messages.getMessage("users.unlock.done", new Object[] {HEBREW}, Locale.ENGLISH))
                .isEqualTo("\u2068" + HEBREW + "\u2069 can log in again.");
        assertThat(messages.getMessage("code.delayed.seconds", new Object[] {1}, Locale.ENGLISH))
                .endsWith("1 second.");
        assertThat(messages.getMessage("code.label", null, Locale.GERMAN)).isNotBlank();
    }

    @Test
    void FIELD_T5_the_subject_of_a_mail_has_no_such_character() {
        var subject = messages.getMessage("mail.invitation.subject", new Object[] {HEBREW}, Locale.ENGLISH);

        assertThat(new MailContent(
                                "ada@example.com", new ReaderTime(Locale.ENGLISH, ReaderTime.UTC), subject, List.of())
                        .subject())
                .isEqualTo("You're invited to join " + HEBREW);
    }

    @Test
    void FIELD_T5_each_line_of_a_row_has_a_direction_of_its_own() {
        assertThat(new RowCard("Mallory \u202e").line(HEBREW).getElement().getChildren())
                .hasSize(2)
                .allMatch(line -> line.getTag().equals("bdi"));
    }
}
