package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do with the pages before a login is complete, in a real Chromium: quick fingers, second tabs, the back button. */
@LatchkeyTest
class PlainPagesJourneyTest extends ChromiumJourney {

    private static final Pattern PROFILE = Pattern.compile(".*/profile");

    // What is inside takes JavaScript to go on from the start page; who is not logged in is sent away from it
    private static final Pattern INSIDE = Pattern.compile(".*:\\d+/(profile)?");

    private Person person;
    private AuthenticatorApp app;

    @BeforeEach
    void somebodyWithAnApp() {
        person = people.member();
        app = people.enrol(person);
        clock.toNextStep();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 80, 200, 500})
    void FIELD_P1_a_double_click_on_verify_signs_in(int gap) {
        doubleClick(page, gap);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 80, 200, 500})
    void FIELD_P1_a_double_click_on_verify_signs_in_without_javascript(int gap) {
        doubleClick(newBrowserWithoutJavaScript(), gap);
    }

    private void doubleClick(Page browser, int gap) {
        logIn(browser, person);
        codeField(browser).fill(app.code());
        button(browser, "Verify")
                .click(new Locator.ClickOptions().setClickCount(2).setDelay(gap).setNoWaitAfter(true));
        assertThat(browser).hasURL(INSIDE);
    }

    @Test
    void FIELD_P2_of_two_tabs_at_the_login_the_second_goes_on_where_the_session_is() {
        var second = page.context().newPage();
        page.navigate("/login");
        second.navigate("/profile?tab=second");
        logIn(page, person);
        giveCode(page, app);

        second.getByLabel("Email").fill(person.email());
        second.getByLabel("Password").fill(People.PASSWORD);
        second.keyboard().press("Enter");

        assertThat(second).hasURL(Pattern.compile(".*/profile\\?tab=second"));
    }

    @Test
    void FIELD_P2_of_two_tabs_at_the_challenge_the_second_goes_on_where_the_session_is() {
        logIn(page, person);
        var second = page.context().newPage();
        second.navigate("/login/verify");
        giveCode(page, app);

        codeField(second).fill("000000");
        button(second, "Verify").click();

        assertThat(second).hasURL(PROFILE);
    }

    @Test
    void the_back_button_meets_no_form_that_wants_to_be_sent_again() {
        page.navigate("/login");
        page.getByLabel("Email").fill(person.email());
        page.getByLabel("Password").fill("wrong password");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Incorrect email or password.")).isVisible();
        page.goBack();
        assertThat(page.getByLabel("Email")).isVisible();
        logIn(page, person);
        giveCode(page, app);

        page.goBack();

        assertThat(page).hasURL(PROFILE);
    }

    @Test
    void everything_before_the_login_works_without_javascript() {
        var browser = newBrowserWithoutJavaScript();
        browser.navigate("/profile");
        browser.getByText("Forgot password?").click();
        browser.getByLabel("Email").fill("no address");
        button(browser, "Send link").click();
        assertThat(browser.getByText("Enter an email address, such as name@example.com."))
                .isVisible();
        assertThat(browser.getByLabel("Email")).hasValue("no address");
        browser.getByText("Back to login").click();
        browser.getByText("Deutsch").click();
        assertThat(browser.getByLabel("Passwort")).isVisible();
        browser.getByText("English").click();
        logIn(browser, person);
        browser.getByText("Use a recovery code").click();
        browser.getByText("Use your authenticator app").click();
        codeField(browser).fill(app.code());
        button(browser, "Verify").click();
        assertThat(browser).hasURL(INSIDE);
    }

    @Test
    void a_password_can_be_shown_and_is_sent_as_a_password_all_the_same() {
        page.navigate("/login");
        var password = page.getByLabel("Password");
        password.fill(People.PASSWORD);
        button(page, "Show password").click();
        assertThat(password).hasAttribute("type", "text");

        page.getByLabel("Email").fill(person.email());
        page.keyboard().press("Enter");

        assertThat(codeField(page)).isVisible();
    }

    @Test
    void the_login_page_runs_nothing_of_vaadin() {
        var asked = new java.util.concurrent.ConcurrentLinkedQueue<String>();
        page.onRequest(request -> asked.add(request.url()));
        page.navigate("/login");
        assertThat(page.getByLabel("Email")).isFocused();

        assertThat(asked).hasSizeLessThan(8).noneMatch(url -> url.contains("VAADIN") || url.contains("v-r="));
    }
}
