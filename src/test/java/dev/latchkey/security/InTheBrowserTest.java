package dev.latchkey.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.ObjectGraph;
import dev.latchkey.support.ServerSessions;
import dev.latchkey.user.access.Permission;
import java.net.URI;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What only a real browser shows. */
@SecurityTest
class InTheBrowserTest extends ChromiumJourney {

    @Autowired
    private ServerSessions sessions;

    @Test
    void PEER_35_PEER_38_with_every_other_host_out_of_reach_the_secret_is_drawn_and_no_other_host_was_tried() {
        var strangers = new CopyOnWriteArrayList<String>();
        page.route("**/*", route -> {
            var host = URI.create(route.request().url()).getHost();
            if ("localhost".equals(host)) {
                route.resume();
            } else {
                strangers.add(route.request().url());
                route.abort();
            }
        });
        logIn(page, people.member());
        page.getByRole(AriaRole.SWITCH).first().click();

        assertThat(page.locator(".qr-code")).isVisible();
        page.waitForFunction("document.querySelector('.qr-code').naturalWidth > 100");
        assertThat(page.locator(".qr-code").getAttribute("src")).startsWith("data:image/png;base64,");
        assertThat(strangers).isEmpty();
    }

    @Test
    void AC_V_12_a_action_that_is_not_allowed_any_more_is_refused_in_a_sentence() {
        var manager = people.memberWith(Permission.MANAGE_ACCOUNT);
        logIn(page, manager);
        page.navigate("/access-management/authentication-settings");
        page.getByRole(AriaRole.SWITCH).first().waitFor();
        people.takeFromAllGroups(manager);

        page.getByRole(AriaRole.SWITCH).first().click();

        assertThat(page.getByText("You no longer have permission to do this.").last())
                .isVisible();
    }

    @Test
    void AC_V_18_a_secret_is_in_the_session_while_it_is_on_the_screen_and_no_longer() {
        var person = people.member();
        logIn(page, person);
        page.getByRole(AriaRole.SWITCH).first().click();
        var key = page.locator(".secret-key").innerText();
        assertThat(isInSession(key)).as("the control").isTrue();

        button(page, "Cancel").click();
        assertThat(page.locator(".secret-key")).hasCount(0);
        assertThat(page.content()).doesNotContain(key).doesNotContain(key.replace(" ", ""));
        aFewMoreRequests();

        assertThat(isInSession(key)).isFalse();
    }

    private void aFewMoreRequests() {
        // What the server keeps of its last answers, to send them again, goes with the next ones
        for (var i = 0; i < 3; i++) {
            page.getByRole(AriaRole.SWITCH).first().click();
            button(page, "Cancel").click();
            assertThat(page.locator(".secret-key")).isHidden();
        }
    }

    private boolean isInSession(String key) {
        var id = page.context().cookies().stream()
                .filter(cookie -> "JSESSIONID".equals(cookie.name))
                .findFirst()
                .orElseThrow()
                .value;
        var session = sessions.find(id);
        return java.util.Collections.list(session.getAttributeNames()).stream()
                .map(session::getAttribute)
                .anyMatch(value -> ObjectGraph.holds(value, key) || ObjectGraph.holds(value, key.replace(" ", "")));
    }
}
