package dev.latchkey.twofactor.recovery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ViewTest;
import dev.latchkey.ui.profile.ProfileView;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryCodesSectionTest extends ViewTest {

    @Test
    void says_how_many_are_left_and_warns_only_when_they_run_out() {
        var many = people.member();
        people.enrol(many);
        var few = people.member();
        people.enrol(few);
        jdbc.update("DELETE FROM recovery_code WHERE user_id = ? LIMIT 7", few.id());

        profileOf(many);
        assertThat(shown()).contains("10 of 10").doesNotContain(text("profile.recovery-codes.few"));

        profileOf(few);
        assertThat(shown()).contains("3 of 10", text("profile.recovery-codes.few"));
    }

    @Test
    void new_ones_are_made_after_a_question_and_shown_once() {
        var person = people.member();
        people.enrol(person);
        profileOf(person);

        press("recovery-codes.make");
        assertThat(question()).isEqualTo(text("recovery-codes.make.question", 10));
        confirm();

        assertThat(title()).isEqualTo(text("recovery-codes.title"));
        assertThat(shown()).contains(text("recovery-codes.heading", "Example Inc", person.email()));
        var codes = codes();
        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([0-9A-Z]{4}-){5}[0-9A-Z]{4}"));
        assertThat(dialog().isCloseOnEsc()).isFalse();
        assertThat(dialog().isCloseOnOutsideClick()).isFalse();
        assertThat(audited()).containsExactly("RECOVERY_CODES_MADE " + person.email());

        press("recovery-codes.copy");
        assertThat(told()).containsExactly(text("recovery-codes.copied"));

        press("recovery-codes.kept");
        assertThat(isDialogOpen()).isFalse();
        assertThat(shown()).doesNotContain(codes.getFirst());
    }

    @Test
    void saying_no_keeps_those_that_there_are() {
        var person = people.member();
        people.enrol(person);
        profileOf(person);

        press("recovery-codes.make");
        cancel();

        assertThat(isDialogOpen()).isFalse();
        assertThat(audited()).isEmpty();
    }

    @Test
    void whoever_has_none_is_told_so_and_gets_them_without_a_question() {
        var person = people.member();
        people.enrol(person);
        jdbc.update("DELETE FROM recovery_code_set WHERE user_id = ?", person.id());
        profileOf(person);
        assertThat(shown()).contains(text("profile.recovery-codes.none"));

        press("recovery-codes.make");

        assertThat(title()).isEqualTo(text("recovery-codes.title"));
        press("recovery-codes.kept");
        assertThat(shown()).doesNotContain(text("profile.recovery-codes.none"));
    }

    @Test
    void after_a_while_new_ones_take_a_code_of_the_app() {
        var person = people.member();
        var app = people.enrol(person);
        clock.toNextStep();
        signInLongAgo(person);
        open(ProfileView.class);

        press("recovery-codes.make");
        confirm();
        assertThat(title()).isEqualTo(text("step-up.title"));
        type("code.label", app.code());
        press("step-up.submit");

        assertThat(codes()).hasSize(10);
    }

    private void profileOf(Person person) {
        signIn(person);
        open(ProfileView.class);
    }

    private static List<String> codes() {
        return one(OrderedList.class)
                .getChildren()
                .map(ListItem.class::cast)
                .map(ListItem::getText)
                .toList();
    }
}
