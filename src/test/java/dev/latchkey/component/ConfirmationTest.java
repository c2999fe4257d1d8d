package dev.latchkey.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import dev.latchkey.support.ViewTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfirmationTest extends ViewTest {

    private final AtomicInteger done = new AtomicInteger();
    private final Div page = new Div();

    @BeforeEach
    void onAPage() {
        signIn(people.member());
        UI.getCurrent().add(page);
    }

    @Test
    void does_it_on_yes_once() {
        Confirmation.ask(page, "Title", "Really?", "Do it", done::incrementAndGet);

        assertThat(question()).isEqualTo("Really?");
        assertThat(confirmation().getElement().getProperty("confirmText")).isEqualTo("Do it");
        assertThat(confirmation().getElement().getProperty("cancelText")).isEqualTo(text("dialog.cancel"));
        confirm();
        assertThat(done).hasValue(1);
        assertThat(isDialogOpen()).isFalse();
    }

    @Test
    void does_nothing_on_no() {
        Confirmation.ask(page, "Title", "Really?", "Do it", done::incrementAndGet);

        cancel();

        assertThat(done).hasValue(0);
    }

    @Test
    void what_takes_something_away_says_so_by_the_colour_of_its_button() {
        Confirmation.confirmDestructive(page, "Title", "Really?", "Do it", done::incrementAndGet);
        assertThat(confirmation().getElement().getProperty("confirmTheme")).isEqualTo("primary error");
        confirm();

        Confirmation.ask(page, "Title", "Really?", "Do it", done::incrementAndGet);
        assertThat(confirmation().getElement().getProperty("confirmTheme")).isNull();
    }
}
