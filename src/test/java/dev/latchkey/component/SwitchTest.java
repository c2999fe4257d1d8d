package dev.latchkey.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import dev.latchkey.support.ViewTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SwitchTest extends ViewTest {

    private final List<Boolean> asked = new ArrayList<>();
    private Switch toggle;

    @BeforeEach
    void aSwitchOnAPage() {
        signIn(people.member());
        toggle = new Switch();
        toggle.askBeforeFlipping(asked::add);
        UI.getCurrent().add(toggle);
    }

    @Test
    void asks_for_the_opposite_of_what_it_shows_and_shows_what_it_did() {
        flip(toggle);
        assertThat(asked).containsExactly(true);
        assertThat(toggle.getValue()).isFalse();

        toggle.setOn(true);
        flip(toggle);
        assertThat(asked).containsExactly(true, false);
        assertThat(toggle.getValue()).isTrue();
    }

    @Test
    void beneath_a_question_it_asks_nothing() {
        Confirmation.ask(toggle, "Title", "Really?", "Do it", () -> {});
        assertThat(isDialogOpen()).isTrue();

        flip(toggle);
        assertThat(asked).isEmpty();
    }
}
