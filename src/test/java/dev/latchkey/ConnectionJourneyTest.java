package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an open page whose session or whose network is gone, in a real Chromium. */
@LatchkeyTest
class ConnectionJourneyTest extends ChromiumJourney {

    private Person person;

    @BeforeEach
    void somebody() {
        person = people.member();
    }

    @Test
    void a_click_after_the_session_was_ended_leads_to_the_sign_in_that_says_so_and_then_back() {
        logIn(page, person);
        page.navigate("/profile?from=here");
        assertThat(theSwitch(page)).isVisible();
        var app = people.enrol(person);

        theSwitch(page).click();

        assertThat(page).hasURL(Pattern.compile(".*/login\\?ended"));
        assertThat(page.getByText("Your session has ended. Log in again.").last())
                .isVisible();
        assertThat(page.locator(".v-system-error")).isHidden();
        logInHere(page);
        clock.toNextStep();
        codeField(page).fill(app.code());
        button(page, "Verify").click();
        assertThat(page).hasURL(Pattern.compile(".*/profile\\?from=here"));
    }

    @Test
    void every_open_page_of_a_browser_explains_the_end_of_its_session() {
        logIn(page, person);
        var second = page.context().newPage();
        second.navigate("/profile?from=second");
        assertThat(theSwitch(second)).isVisible();
        assertThat(theSwitch(page)).isVisible();
        clock.advance(Duration.ofHours(12));

        theSwitch(page).click();
        assertThat(page.getByText("Your session has ended.").last()).isVisible();
        theSwitch(second).click();
        assertThat(second.getByText("Your session has ended.").last()).isVisible();
        logInHere(second);
        assertThat(second).hasURL(Pattern.compile(".*/profile\\?from=second"));
    }

    @Test
    void a_lost_connection_is_explained_in_the_readers_language_and_comes_back_by_itself() {
        var german = newBrowser("de-DE");
        german.navigate("/login");
        german.getByLabel("E-Mail").fill(person.email());
        german.getByLabel("Passwort").fill(People.PASSWORD);
        german.keyboard().press("Enter");
        var dialog = german.locator(".enrolment-dialog-content");
        assertThat(theSwitch(german)).isVisible();
        // Or a request that is on its way is what the notice is about
        german.waitForLoadState(LoadState.NETWORKIDLE);

        german.context().setOffline(true);
        var notice = german.locator("vaadin-connection-indicator .v-status-message");
        assertThat(notice).containsText("Sie sind offline.");
        theSwitch(german).click();
        assertThat(notice).containsText("Verbindung unterbrochen.");
        assertThat(theSwitch(german)).not().isChecked();
        german.context().setOffline(false);

        assertThat(dialog)
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(15_000));
        assertThat(notice).not().containsText("Verbindung unterbrochen");
        german.context().close();
    }

    @Test
    void FIELD_P19_that_the_connection_is_back_is_told_after_a_loss_and_for_a_while() {
        logIn(page, person);
        var notice = page.locator("vaadin-connection-indicator .v-status-message");
        assertThat(theSwitch(page)).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(notice).hasText("");

        page.context().setOffline(true);
        assertThat(notice).containsText("You're offline.");
        page.context().setOffline(false);

        assertThat(notice).hasText("You're connected again.");
        assertThat(notice).hasText("");
    }

    @Test
    void FIELD_P18_a_page_whose_cookies_were_cleared_says_that_its_session_has_ended() {
        logIn(page, person);
        assertThat(theSwitch(page)).isVisible();
        page.navigate("/profile?from=here");
        assertThat(theSwitch(page)).isVisible();
        page.context().clearCookies();

        theSwitch(page).click();

        assertThat(page.getByText("Your session has ended. Log in again.").last())
                .isVisible();
        assertThat(page.locator(".v-system-error")).isHidden();
        logInHere(page);
        assertThat(page).hasURL(Pattern.compile(".*/profile\\?from=here"));
    }

    private void logInHere(Page browser) {
        browser.getByLabel("Email").fill(person.email());
        browser.getByLabel("Password").fill(People.PASSWORD);
        browser.keyboard().press("Enter");
    }

    private static Locator theSwitch(Page browser) {
        return browser.getByRole(AriaRole.SWITCH);
    }
}
