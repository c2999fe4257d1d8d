package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People.Person;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People look at their sessions and end those that they do not want. */
@LatchkeyTest
class SessionsJourneyTest extends ChromiumJourney {

    private Person person;
    private Page second;
    private Page third;

    @BeforeEach
    void somebodyAtThreeBrowsers() {
        people.startOver();
        person = people.member();
        second = newBrowser();
        third = newBrowser();
        logIn(second, person);
        clock.advance(Duration.ofMinutes(1));
        logIn(third, person);
        clock.advance(Duration.ofMinutes(1));
        logIn(page, person);
    }

    @AfterEach
    void closeTheOthers() {
        second.context().close();
        third.context().close();
        people.startOver();
    }

    @Test
    void in_the_profile_one_session_or_all_others_are_ended_and_close_at_their_next_click() {
        assertThat(sessions(page)).hasCount(3);
        assertThat(sessions(page).first()).containsText("Chrome on Linux");
        assertThat(sessions(page).first()).containsText("This session");
        assertThat(end(sessions(page).first())).hasCount(0);

        end(sessions(page).nth(1)).click();
        assertThat(sessions(page)).hasCount(2);
        third.getByRole(AriaRole.SWITCH).click();
        assertClosed(third);

        button(page, "End all others").click();
        page.getByRole(AriaRole.ALERTDIALOG).getByText("End all others").last().click();
        assertThat(sessions(page)).hasCount(1);
        assertThat(button(page, "End all others")).isHidden();
        second.reload();
        assertClosed(second);
        page.reload();
        assertThat(sessions(page)).hasCount(1);
        assertThat(sessions(page).first()).containsText("This session");
    }

    @Test
    void turning_the_second_factor_on_ends_the_others_and_the_list_says_so() {
        assertThat(sessions(page)).hasCount(3);

        page.getByRole(AriaRole.SWITCH).click();
        var app = new dev.latchkey.support.AuthenticatorApp(
                page.locator(".secret-key").innerText(), clock);
        codeField(page).fill(app.code());
        button(page, "SUBMIT").click();

        assertThat(sessions(page)).hasCount(1);
        second.getByRole(AriaRole.SWITCH).click();
        assertClosed(second);
        page.reload();
        assertThat(sessions(page)).hasCount(1);
    }

    @Test
    void an_administrator_ends_somebodys_sessions() {
        var administrator = people.administrator();
        var office = newBrowser();
        logIn(office, administrator);
        office.navigate("/access-management/users");
        office.getByLabel("Search by name or email").fill(person.email());
        assertThat(office.getByText(administrator.email())).isHidden();
        button(office, "More actions for Mia Member").click();
        office.getByRole(AriaRole.MENUITEM, named("Sessions")).click();
        assertThat(office.getByText("Sessions of Mia Member").last()).isVisible();
        assertThat(sessions(office)).hasCount(3);

        end(sessions(office).first()).click();
        assertThat(sessions(office)).hasCount(2);
        button(office, "End all").click();
        office.getByRole(AriaRole.ALERTDIALOG).getByText("End all").last().click();

        assertThat(office.getByText("No sessions.").last()).isVisible();
        for (var browser : new Page[] {page, second, third}) {
            browser.getByRole(AriaRole.SWITCH).click();
            assertClosed(browser);
        }
        office.context().close();
    }

    private static Locator sessions(Page browser) {
        return browser.locator(".sessions li");
    }

    private static Locator end(Locator session) {
        return session.getByRole(AriaRole.BUTTON);
    }

    private static void assertClosed(Page browser) {
        browser.waitForURL(Pattern.compile(".*/login\\?ended"));
        assertThat(browser.getByText("Your session has ended. Log in again.").last())
                .isVisible();
    }
}
