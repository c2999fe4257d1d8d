package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.QrReader;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do, in a real Chromium. */
@LatchkeyTest
class JourneyTest extends ChromiumJourney {

    private static final String SHOW = """
            (image, picture) => {
              image.src = 'data:image/png;base64,' + picture;
              return image.decode();
            }
            """;

    @Autowired
    private TwoFactorService twoFactor;

    private Person person;

    @BeforeEach
    void somebody() {
        person = people.member();
    }

    @Test
    void a_member_protects_their_profile_and_is_asked_for_the_code_ever_after() {
        page.navigate("/profile");
        logIn();
        assertThat(page).hasTitle("User Profile · Example Inc");

        theSwitch().click();
        assertThat(dialog()).isVisible();
        var app = scan();
        codeField(page).fill("000000");
        button(page, "SUBMIT").click();
        assertThat(dialog().getByText("That code doesn't match this secret key.")
                        .last())
                .isVisible();
        codeField(page).fill(app.code());
        page.keyboard().press("Enter");
        assertThat(dialog()).isHidden();
        assertThat(page.locator(".code-list li")).hasCount(10);
        page.keyboard().press("Escape");
        button(page, "I've saved my codes").click();
        assertThat(page.locator(".print-sheet")).isHidden();
        assertThat(theSwitch()).isChecked();
        var used = app.code();

        logOut();
        page.navigate("/profile?after=code");
        logIn();
        assertThat(page).hasURL(Pattern.compile(".*/login/verify"));
        codeField(page).fill(used);
        button(page, "Verify").click();
        assertThat(page.getByText("was already used").last()).isVisible();
        clock.toNextStep();
        codeField(page).fill(app.code().substring(0, 3) + " " + app.code().substring(3));
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/profile\\?after=code"));

        theSwitch().click();
        assertThat(page.getByText("Turn off Two Factor Authentication").last()).isVisible();
        clock.toNextStep();
        codeField(page).fill(app.code());
        button(page, "Turn off").click();
        assertThat(theSwitch()).not().isChecked();
        logOut();
        logIn();
        assertThat(page).hasURL(Pattern.compile(".*/profile"));
    }

    @Test
    void cancelling_closing_and_reloading_leave_two_factor_authentication_off() {
        page.navigate("/profile");
        logIn();
        theSwitch().click();
        assertThat(dialog()).isVisible();
        button(page, "Cancel").click();
        assertThat(dialog()).isHidden();
        assertThat(theSwitch()).not().isChecked();
        theSwitch().click();
        assertThat(dialog()).isVisible();
        page.keyboard().press("Escape");
        assertThat(dialog()).isHidden();
        theSwitch().click();
        assertThat(dialog()).isVisible();
        page.reload();
        assertThat(theSwitch()).not().isChecked();
        logOut();
        logIn();
        assertThat(page).hasURL(Pattern.compile(".*/profile"));
    }

    @Test
    void the_dialog_fits_on_a_phone() {
        page.setViewportSize(360, 740);
        page.navigate("/profile");
        logIn();
        theSwitch().click();

        for (var part : List.of(dialog(), page.locator(".qr-code"), page.locator(".secret-key"), codeField(page))) {
            assertThat(part).isVisible();
            var box = part.boundingBox();
            assertThat(box.x).isNotNegative();
            assertThat(box.x + box.width).isLessThanOrEqualTo(360);
        }
    }

    @Test
    void whichever_the_secret_its_qr_code_can_be_read_off_the_screen_of_a_phone() {
        page.setViewportSize(390, 844);
        page.navigate("/profile");
        logIn();
        theSwitch().click();
        var shown = page.locator(".qr-code");
        assertThat(shown).isVisible();

        for (var secrets = 0; secrets < 60; secrets++) {
            var proposed = people.as(person, () -> twoFactor.propose(person.id()));
            shown.evaluate(
                    SHOW, Base64.getEncoder().encodeToString(proposed.proposed().qrCode()));
            assertThat(QrReader.read(shown.screenshot()))
                    .isEqualTo(proposed.proposed().keyUri());
        }
    }

    @Test
    void an_open_page_of_an_ended_session_explains_itself_at_the_next_click() {
        page.navigate("/profile");
        logIn();
        assertThat(theSwitch()).isVisible();
        people.enrol(person);

        theSwitch().click();

        assertThat(page.getByText("Your session has ended. Log in again.").last())
                .isVisible();
    }

    @Test
    void the_avatar_menu_opens_on_hover_on_click_and_by_keyboard() {
        page.navigate("/profile");
        logIn();
        page.locator(".user-menu vaadin-menu-bar-button").first().hover();
        assertThat(page.getByRole(AriaRole.MENUITEM, named("User Profile"))).isVisible();
        page.locator(".user-menu vaadin-menu-bar-button").first().click();
        assertThat(page.getByRole(AriaRole.MENUITEM, named("User Profile"))).isVisible();
        page.keyboard().press("Escape");
        page.mouse().move(400, 500);
        page.locator(".user-menu vaadin-menu-bar-button").first().focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.getByRole(AriaRole.MENUITEM, named("User Profile"))).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(page.getByRole(AriaRole.MENUITEM, named("Log out"))).isFocused();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/login"));
    }

    @Test
    void the_product_asks_no_other_host_for_anything() {
        var strangers = new java.util.concurrent.ConcurrentLinkedQueue<String>();
        page.onRequest(request -> {
            if (!request.url().startsWith("http://localhost:" + port + "/")
                    && !request.url().startsWith("data:")) {
                strangers.add(request.url());
            }
        });
        page.navigate("/profile");
        logIn();
        theSwitch().click();
        assertThat(dialog()).isVisible();

        assertThat(strangers).isEmpty();
    }

    private void logIn() {
        page.getByLabel("Email").fill(person.email());
        page.getByLabel("Password").fill(People.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/(profile|overview|login/verify).*"));
    }

    private void logOut() {
        page.locator(".user-menu vaadin-menu-bar-button").first().click();
        page.getByRole(AriaRole.MENUITEM, named("Log out")).click();
        page.waitForURL(Pattern.compile(".*/login"));
    }

    /** Reads the QR code off the screen, as a phone does, and checks the key in writing against it. */
    private AuthenticatorApp scan() {
        var uri = QrReader.read(page.locator(".qr-code"));
        var key = uri.replaceAll(".*[?&]secret=([A-Z2-7]+).*", "$1");
        assertThat(page.locator(".secret-key").innerText().replace(" ", "")).isEqualTo(key);
        assertThat(page.getByText("Add to the authenticator app").getAttribute("href"))
                .isEqualTo(uri);
        return new AuthenticatorApp(key, clock);
    }

    private Locator theSwitch() {
        return page.getByRole(AriaRole.SWITCH, named("Two Factor Authentication"));
    }

    private Locator dialog() {
        return page.locator(".enrolment-dialog-content");
    }
}
