package dev.latchkey.ui.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import dev.latchkey.support.ViewTest;
import dev.latchkey.user.access.Permission;
import org.junit.jupiter.api.Test;

class ErrorViewsTest extends ViewTest {

    @Test
    void a_page_that_is_not_for_somebody_leads_home_and_tells_nothing_else() {
        signIn(people.memberWith(Permission.VIEW_AUDIT_TRAIL));

        openAddress("access-management/users");

        assertThat(one(H1.class).getText()).isEqualTo(text("error.no-page.title"));
        assertThat(one(Anchor.class).getHref()).isEqualTo("/");
        assertThat(one(Anchor.class).getText()).isEqualTo(text("error.home"));
        assertThat(shown()).contains("Example Inc").doesNotContain(text("app.name"));
        assertThat(UI.getCurrent().getInternals().getTitle())
                .isEqualTo(text("app.page-title", text("error.no-page.title"), "Example Inc"));
    }

    @Test
    void a_page_that_could_not_be_shown_says_so_and_leads_home() {
        var person = people.member();
        signIn(person);
        jdbc.update("DELETE FROM users WHERE id = ?", person.id());

        openAddress("profile");

        assertThat(one(H1.class).getText()).isEqualTo(text("error.title"));
        assertThat(shown()).contains(text("error.trouble"));
        assertThat(one(Anchor.class).getHref()).isEqualTo("/");
    }

    @Test
    void in_german_too() {
        signInInGerman(people.member());

        openAddress("access-management/users");

        assertThat(one(H1.class).getText())
                .isEqualTo(text("error.no-page.title"))
                .isNotEqualTo("No such page");
    }
}
