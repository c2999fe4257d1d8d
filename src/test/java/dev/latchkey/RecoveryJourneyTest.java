package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.QrReader;
import dev.latchkey.user.access.RecentFactor;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What helps somebody whose phone is lost, broken or new, in a real Chromium. */
@LatchkeyTest
class RecoveryJourneyTest extends ChromiumJourney {

    // Whatever hides or clips one of them gets the point at its beginning
    private static final String ARE_ON_PAPER = """
            lines => lines.every(line => {
              const box = line.getBoundingClientRect();
              return document.elementFromPoint(box.x + 5, box.y + box.height / 2) === line;
            })
            """;

    private Person person;

    @BeforeEach
    void somebody() {
        person = people.member();
    }

    @Test
    void codes_kept_at_enrolment_let_in_without_the_app_and_the_way_leads_to_a_new_one() throws IOException {
        logIn(page, person);
        page.getByRole(AriaRole.SWITCH, named("Two Factor Authentication")).click();
        var lost = scanAndSubmit();

        // Nothing but the word that they are kept closes the dialog
        assertThat(page.locator(".code-list li")).hasCount(10);
        page.keyboard().press("Escape");
        var file = page.waitForDownload(() -> button(page, "Download").click());
        assertThat(file.suggestedFilename()).isEqualTo("recovery-codes.txt");
        var kept = Files.readAllLines(file.path());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".print-sheet p, .print-sheet li").evaluateAll(ARE_ON_PAPER))
                .isEqualTo(true);
        assertThat(page.locator(".recovery-ways").isVisible()).isFalse();
        assertThat(button(page, "I've saved my codes").isVisible()).isFalse();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        var codes = keepRecoveryCodes(page);
        assertThat(kept)
                .contains("Example Inc: recovery codes for " + person.email())
                .containsAll(codes);
        assertThat(page.getByText("10 of 10 left").last()).isVisible();

        // The app is gone
        logOut();
        page.navigate("/profile?asked=first");
        page.getByLabel("Email").fill(person.email());
        page.getByLabel("Password").fill(dev.latchkey.support.People.PASSWORD);
        page.keyboard().press("Enter");
        page.getByText("Use a recovery code").click();
        page.getByLabel("Recovery code").fill("nonsense");
        button(page, "Verify").click();
        assertThat(page.getByText("A recovery code has 24 letters and digits").last())
                .isVisible();
        page.getByLabel("Recovery code").fill(codes.getFirst().toLowerCase(java.util.Locale.ROOT));
        page.keyboard().press("Enter");

        // The profile asks to set up another app, at once
        assertThat(page.getByText("You logged in with a recovery code. You have 9 left.")
                        .last())
                .isVisible();
        button(page, "Set up the app").click();
        var recent = scanAndSubmit();
        assertThat(page.getByText("Your new app is set up. From now on, use its codes.")
                        .last())
                .isVisible();
        assertThat(page.getByText("You logged in with a recovery code")).isHidden();
        page.getByText("Continue to the page you asked for").click();
        assertThat(page).hasURL(Pattern.compile(".*/profile\\?asked=first"));
        logOut();
        logIn(page, person);
        clock.toNextStep();
        codeField(page).fill(lost.code());
        button(page, "Verify").click();
        assertThat(page.getByText("That code is wrong").last()).isVisible();
        giveCode(page, recent);
        assertThat(page.getByText("9 of 10 left").last()).isVisible();
    }

    @Test
    void a_long_session_replaces_its_app_for_a_code_from_the_old_one_and_makes_new_codes() {
        var old = people.enrol(person);
        clock.toNextStep();
        logIn(page, person);
        giveCode(page, old);
        clock.advance(RecentFactor.VALIDITY);
        button(page, "Set up another app").click();
        codeField(page).fill(old.code());
        button(page, "Continue").click();

        assertThat(page.locator(".qr-code")).isVisible();
        clock.advance(RecentFactor.VALIDITY);
        scanAndSubmit();
        assertThat(page.getByText("Your new app is set up. From now on, use its codes.")
                        .last())
                .isVisible();
        button(page, "Create new recovery codes").click();
        assertThat(page.getByText("Your 10 remaining codes stop working.").last())
                .isVisible();
        button(page, "Create new codes").click();
        keepRecoveryCodes(page);
        assertThat(page.getByText("10 of 10 left").last()).isVisible();
    }

    private AuthenticatorApp scanAndSubmit() {
        clock.toNextStep();
        var app = new AuthenticatorApp(QrReader.readKey(page.locator(".qr-code")), clock);
        codeField(page).fill(app.code());
        button(page, "SUBMIT").click();
        assertThat(page.locator(".qr-code")).isHidden();
        return app;
    }

    private void logOut() {
        page.locator(".user-menu vaadin-menu-bar-button").first().click();
        page.getByRole(AriaRole.MENUITEM, named("Log out")).click();
        page.waitForURL(Pattern.compile(".*/login"));
    }
}
