package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.MailKind.Nothing;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailKindTest {

    @Test
    void what_a_message_is_about_is_read_as_it_was_stored() {
        var moment = Instant.parse("2026-11-26T19:00:07Z");

        assertThat(readBack(MailKind.ofMoment("REMINDER"), moment)).isEqualTo(moment);
        assertThat(readBack(MailKind.plain("REMINDER"), Nothing.NOTHING)).isEqualTo(Nothing.NOTHING);
    }

    @Test
    void a_moment_is_kept_to_the_second() {
        var moment = Instant.parse("2026-11-26T19:00:07.999999Z");

        assertThat(readBack(MailKind.ofMoment("REMINDER"), moment)).isEqualTo(Instant.parse("2026-11-26T19:00:07Z"));
    }

    @Test
    void the_texts_of_a_kind_are_found_by_its_name() {
        assertThat(MailKind.plain("TWO_FACTOR_TURNED_ON").key()).isEqualTo("two-factor-turned-on");
    }

    @Test
    void kinds_of_one_name_are_the_same_whatever_functions_they_have() {
        assertThat(new MailKind<>("REMINDER", stored -> stored, about -> about))
                .isEqualTo(MailKind.plain("REMINDER"))
                .hasSameHashCodeAs(MailKind.plain("REMINDER"))
                .isNotEqualTo(MailKind.plain("ANOTHER"));
    }

    private static <R> R readBack(MailKind<R> kind, R about) {
        return kind.read().apply(kind.store().applyAsLong(about));
    }
}
