package dev.latchkey.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.latchkey.signin.navigation.PostSignInRedirect;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ViewTest;
import jakarta.servlet.http.HttpSession;
import org.junit.jupiter.api.Test;

class RecoveredPromptTest extends ViewTest {

    @Test
    void nobody_else_is_asked() {
        var person = people.member();
        people.enrol(person);
        signIn(person);
        open(ProfileView.class);

        assertThat(hasButton("profile.recovered.set-up")).isFalse();
    }

    @Test
    void says_how_many_codes_are_left_and_whoever_wants_goes_on_to_the_page_that_they_asked_for() {
        recovered(people.member(), "/access-management/users");
        assertThat(shown()).contains(text("profile.recovered", 10));

        press("profile.recovered.later");

        assertThat(ranScriptWith("/access-management/users")).isTrue();
        assertThat(hasButton("profile.recovered.set-up")).isFalse();
        open(ProfileView.class);
        assertThat(redirect()).isNull();
    }

    @Test
    void whoever_asked_for_no_page_stays() {
        recovered(people.member(), "/");

        press("profile.recovered.later");

        assertThat(ranScriptWith("/")).isFalse();
        assertThat(hasButton("profile.recovered.set-up")).isFalse();
    }

    @Test
    void after_setting_up_the_app_there_is_a_link_to_the_page_that_was_asked_for() {
        recovered(people.member(), "/access-management/users");

        press("profile.recovered.set-up");
        assertThat(title()).isEqualTo(text("enrolment.title"));
        type("code.label", new AuthenticatorApp(secretKey(), clock).code());
        press("enrolment.submit");

        assertThat(told()).containsExactly(text("profile.app.replaced"));
        assertThat(all(Anchor.class)).anySatisfy(link -> {
            assertThat(link.getText()).isEqualTo(text("profile.recovered.go-on"));
            assertThat(link.getHref()).isEqualTo("/access-management/users");
        });
        assertThat(redirect()).isNull();
    }

    @Test
    void a_set_up_that_is_given_up_leaves_the_prompt() {
        recovered(people.member(), "/access-management/users");

        press("profile.recovered.set-up");
        press("dialog.cancel");

        assertThat(hasButton("profile.recovered.set-up")).isTrue();
        assertThat(redirect()).isNotNull();
    }

    private void recovered(Person person, String destination) {
        people.enrol(person);
        signIn(person);
        session()
                .setAttribute(
                        PostSignInRedirect.class.getName(),
                        new PostSignInRedirect(PostSignInRedirect.Reason.RECOVERY_CODE_USED, destination));
        open(ProfileView.class);
    }

    private static Object redirect() {
        return session().getAttribute(PostSignInRedirect.class.getName());
    }

    private static HttpSession session() {
        return VaadinServletRequest.getCurrent().getHttpServletRequest().getSession();
    }
}
