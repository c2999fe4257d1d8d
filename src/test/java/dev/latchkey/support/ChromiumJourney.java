package dev.latchkey.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import dev.latchkey.support.People.Person;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A journey through the application in a real Chromium: what all of them do, in the words of the screens. */
public abstract class ChromiumJourney {

    private static Chromium chromium;

    @LocalServerPort
    protected int port;

    @Autowired
    protected People people;

    @Autowired
    protected MovableClock clock;

    /** A browser without cookies. */
    protected Page page;

    @BeforeAll
    static void startChromium() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stopChromium() {
        chromium.close();
    }

    @BeforeEach
    void openBrowser() {
        clock.toNextStep();
        page = newBrowser();
    }

    @AfterEach
    void closeBrowser() {
        page.context().close();
    }

    protected Page newBrowser() {
        return chromium.before("http://localhost:" + port).newPage();
    }

    protected Page newBrowser(String language) {
        return chromium.before("http://localhost:" + port, language).newPage();
    }

    protected Page newBrowserWithoutJavaScript() {
        return chromium.withoutJavaScriptBefore("http://localhost:" + port).newPage();
    }

    /** A browser on a screen where each CSS pixel is that many wide. */
    protected Page newBrowser(int pixels) {
        return chromium.before("http://localhost:" + port, pixels).newPage();
    }

    /** What the browser has complained of since this was last asked; what nobody asks for fails the class. */
    protected static List<String> complaints() {
        return chromium.complaints();
    }

    protected static void logIn(Page browser, Person person) {
        browser.navigate("/login");
        browser.getByLabel("Email").fill(person.email());
        browser.getByLabel("Password").fill(People.PASSWORD);
        browser.keyboard().press("Enter");
        browser.waitForURL(Pattern.compile(".*/(profile|overview|login/verify).*"));
    }

    /** Takes the password step without its page, for tests of what comes after it. */
    protected void passPasswordStep(Page browser, Person person) {
        var http = new Browser(port);
        http.logIn(person.email(), People.PASSWORD);
        browser.context()
                .addCookies(List.of(new Cookie("JSESSIONID", http.sessionId()).setUrl("http://localhost:" + port)));
    }

    protected static void giveCode(Page browser, AuthenticatorApp app) {
        codeField(browser).fill(app.code());
        button(browser, "Verify").click();
        browser.waitForURL(Pattern.compile(".*/(profile|overview|recovery-codes)(\\?.*)?"));
        if (browser.url().contains("/recovery-codes")) {
            keepRecoveryCodes(browser);
            browser.waitForURL(Pattern.compile(".*/(profile|overview)"));
        }
    }

    /** Reads the codes that a page or a dialog shows, and leaves it. */
    protected static List<String> keepRecoveryCodes(Page browser) {
        assertThat(browser.locator(".code-list li")).hasCount(10);
        var codes = browser.locator(".code-list li").allInnerTexts();
        browser.getByText("I've saved my codes", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(browser.locator(".print-sheet")).isHidden();
        codes.forEach(LogCanary::mustNotBeLogged);
        return codes;
    }

    protected static Locator codeField(Page browser) {
        return browser.getByLabel("Authentication code");
    }

    protected static Locator button(Page browser, String name) {
        return browser.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    protected static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
