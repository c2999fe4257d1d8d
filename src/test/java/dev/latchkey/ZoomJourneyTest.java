package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.LogCanary;
import dev.latchkey.support.QrReader;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dialogs at 400 % of a window of 1280 by 800: 320 by 200 CSS pixels, each four wide (WCAG 2.2, 1.4.10). */
@LatchkeyTest
class ZoomJourneyTest extends ChromiumJourney {

    private static final int ZOOM = 4;

    // Whatever of the dialog can be used, but cannot be brought into the window whole, or is covered there
    private static final String OUT_OF_REACH = """
            dialog => [...dialog.querySelectorAll('vaadin-button, input:not([aria-hidden]), textarea, a[href], img')]
                .filter(part => part.checkVisibility())
                .filter(part => {
                  part.scrollIntoView({block: 'nearest', behavior: 'instant'});
                  const box = part.getBoundingClientRect();
                  const within = box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
                  const covered = [box.top + 3, (box.top + box.bottom) / 2, box.bottom - 3]
                      .map(y => document.elementFromPoint((box.left + box.right) / 2, y))
                      .some(hit => hit === null || !(part.contains(hit) || hit.contains(part)));
                  return !within || covered;
                })
                .map(part => part.tagName + ' ' + (part.textContent || part.id))
            """;

    private Page zoomed;

    @BeforeEach
    void openZoomedBrowser() {
        people.startOver();
        zoomed = newBrowser(ZOOM);
    }

    @AfterEach
    void closeZoomedBrowser() {
        zoomed.context().close();
        people.startOver();
    }

    @Test
    void FIELD_P14_the_qr_code_of_the_enrolment_dialog_comes_into_view_as_a_whole() {
        logIn(zoomed, people.member());
        zoomed.getByRole(AriaRole.SWITCH).click();
        var picture = zoomed.locator(".enrolment-dialog-content img.qr-code");
        assertThat(picture).isVisible();
        zoom();

        picture.scrollIntoViewIfNeeded();

        var key = zoomed.locator(".secret-key").innerText().replaceAll("\\s", "");
        LogCanary.mustNotBeLogged(key);
        assertThat(QrReader.readKey(zoomed.screenshot())).isEqualTo(key);
        assertThat(outOfReach("vaadin-dialog")).isEmpty();
    }

    @Test
    void FIELD_P14_so_does_every_part_of_other_dialogs() {
        var administrator = people.administrator();
        var member = people.member();
        logIn(zoomed, administrator);
        zoomed.navigate("/profile");
        button(zoomed, "Change password").click();
        assertThat(zoomed.getByLabel("Current password")).isVisible();
        zoom();
        assertThat(outOfReach("vaadin-dialog")).isEmpty();

        zoomed.setViewportSize(1280, 800);
        zoomed.navigate("/access-management/users");
        button(zoomed, "Add User").click();
        assertThat(zoomed.locator("vaadin-dialog vaadin-text-area")).isVisible();
        zoom();
        assertThat(outOfReach("vaadin-dialog")).isEmpty();

        zoomed.setViewportSize(1280, 800);
        zoomed.navigate("/access-management/users?search=" + member.email());
        zoomed.getByLabel("More actions for Mia Member").first().click();
        zoomed.getByRole(AriaRole.MENUITEM, named("Remove")).click();
        assertThat(zoomed.locator("vaadin-confirm-dialog vaadin-button").first())
                .isVisible();
        zoom();
        assertThat(outOfReach("vaadin-confirm-dialog")).isEmpty();
    }

    private void zoom() {
        zoomed.setViewportSize(1280 / ZOOM, 800 / ZOOM);
    }

    @SuppressWarnings("unchecked")
    private List<String> outOfReach(String dialog) {
        return (List<String>) zoomed.locator(dialog).last().evaluate(OUT_OF_REACH);
    }
}
