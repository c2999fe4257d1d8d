package dev.latchkey.component.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private final Differences differences = new Differences(new Div());

    @Test
    void FIELD_T4_a_field_that_nobody_has_touched_follows_and_one_that_was_typed_in_stays() {
        assertThat(differences.merge("Name", "Mia", "Mia", "Maria", Function.identity()))
                .isEqualTo("Maria");
        assertThat(differences.merge("Name", "Mia", "Mina", "Maria", Function.identity()))
                .isEqualTo("Mina");
        assertThat(differences.merge("Name", "Mia", "Mina", "Mia", Function.identity()))
                .isEqualTo("Mina");
        assertThat(differences.sentences()).as("what somebody else has changed").hasSize(2);
    }

    @Test
    void FIELD_T4_of_a_set_what_was_added_and_taken_away_is_so_on_top_of_what_stands_now() {
        var seen = Set.of("Auditors", "Helpdesk", "Staff");
        var typed = Set.of("Auditors", "Helpdesk", "Board");
        var current = Set.of("Helpdesk", "Staff", "Guests");

        assertThat(differences.mergeAll("Groups", seen, typed, current, Function.identity()))
                .containsExactlyInAnyOrder("Helpdesk", "Guests", "Board");
        assertThat(differences.sentences()).as("added, and removed").hasSize(2);
    }

    @Test
    void FIELD_T4_where_nobody_else_was_there_is_nothing_to_tell() {
        assertThat(differences.mergeAll("Groups", Set.of("A"), Set.of("B"), Set.of("A"), Function.identity()))
                .containsExactly("B");
        assertThat(differences.sentences()).isEmpty();
    }
}
