package dev.latchkey.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.People.Person;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The policy of the pages, in a real Chromium. Every other journey fails as well where the policy forbids what a page needs. */
@SecurityTest
class ContentSecurityPolicyTest extends ChromiumJourney {

    /** What a script of an attacker would try, beside the text in which the page has what it did. */
    private static final String ATTACKS = """
            () => new Promise(done => setTimeout(() => {
              const worked = [];
              window.worked = what => worked.push(what);
              const attempt = (what, evil) => { try { evil(); } catch (e) { } };
              attempt('eval', () => { eval("worked('eval')"); });
              attempt('indirect eval', () => { (0, eval)("worked('indirect eval')"); });
              attempt('Function', () => { new Function("worked('Function')")(); });
              attempt('Function as the client calls it', () => { Function('event', 'element', "return (worked('client'))")(); });
              attempt('constructor', () => { (() => {}).constructor("worked('constructor')")(); });
              attempt('timer', () => { setTimeout("worked('timer')"); });
              const place = document.createElement('div');
              document.body.append(place);
              place.innerHTML = `<img src="data:," onerror="worked('handler')">`
                  + `<iframe srcdoc="<script>parent.worked('frame')<` + `/script>"></iframe>`
                  + `<style>body { --styled: yes }</style><p id="attribute" style="--styled: yes">x</p>`
                  + `<a id="scheme" href="javascript:worked('scheme')">x</a>`;
              document.getElementById('scheme').click();
              const inline = document.createElement('script');
              inline.textContent = "worked('inline script')";
              document.body.append(inline);
              attempt('fetch', () => { fetch('https://stranger.example/').then(() => worked('fetch'), () => {}); });
              setTimeout(() => {
                for (const element of [document.body, document.getElementById('attribute')]) {
                  if (getComputedStyle(element).getPropertyValue('--styled') !== '') {
                    worked('style of ' + element.tagName);
                  }
                }
                done(worked);
              }, 500);
            }))
            """;

    private Person administrator;

    @BeforeEach
    void onlyAnAdministrator() {
        people.startOver();
        administrator = people.administrator();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void AC_V_22_no_screen_needs_more_than_its_policy_allows() {
        var app = people.enrol(administrator);
        clock.toNextStep();
        logIn(page, administrator);
        giveCode(page, app);
        page.locator(".user-menu vaadin-menu-bar-button").first().click();
        assertThat(page.getByRole(AriaRole.MENUITEM, named("User Profile"))).isVisible();
        page.navigate("/access-management/overview");
        assertThat(page.getByText("Not set up yet").first()).isVisible();
        page.navigate("/access-management/users");
        assertThat(page.getByText(administrator.email()).first()).isVisible();
        button(page, "Add User").click();
        assertThat(page.getByLabel("Email addresses")).isVisible();
        page.navigate("/access-management/groups");
        button(page, "Add User Group").click();
        assertThat(button(page, "Save")).isVisible();
        page.navigate("/access-management/authentication-settings");
        page.getByRole(AriaRole.SWITCH, named("Enforce Two Factor Authentication"))
                .click();
        assertThat(button(page, "Confirm")).isVisible();
        page.navigate("/access-management/audit-trail");
        assertThat(page.getByText(administrator.email()).first()).isVisible();
        page.navigate("/no-such-page");
        assertThat(page.getByText("Example Inc").first()).isVisible();

        assertThat(complaints()).isEmpty();
    }

    @Test
    void AC_V_22_nothing_that_an_attacker_brings_into_a_page_runs_or_styles_it_or_calls_home() {
        logIn(page, administrator);
        page.navigate("/profile");
        assertThat(page.getByText(administrator.email()).first()).isVisible();

        var worked = (List<?>) page.evaluate(ATTACKS);

        assertThat(complaints()).as("the policy says so itself").isNotEmpty();
        assertThat(worked).isEmpty();
    }
}
