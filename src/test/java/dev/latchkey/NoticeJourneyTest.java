package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a notice covers, and how long it stays. */
@LatchkeyTest
class NoticeJourneyTest extends ChromiumJourney {

    private static final int BAR = 60;

    private Person administrator;

    @BeforeEach
    void anAdministrator() {
        people.startOver();
        administrator = people.administrator();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void a_notice_stands_on_the_bar_and_covers_nothing_that_is_pressed_next(int width) {
        page.setViewportSize(width, 740);
        logIn(page, administrator);
        page.navigate("/access-management/authentication-settings");
        button(page, "Save").first().click();

        assertThat(notice()).isVisible();
        var box = notice().boundingBox();
        assertThat(box.y).isNotNegative();
        assertThat(box.y + box.height).isLessThanOrEqualTo(BAR);
        var toggle = page.locator("vaadin-drawer-toggle").boundingBox();
        assertThat(box.x).isGreaterThanOrEqualTo(toggle.x + toggle.width);
        assertThat(box.x + box.width).isLessThanOrEqualTo(width);
    }

    @Test
    void an_error_is_gone_with_the_next_press() {
        var member = people.member();
        logIn(page, administrator);
        page.navigate("/access-management/users/" + member.id());
        assertThat(button(page, "Edit")).isVisible();
        people.remove(member);
        button(page, "Edit").click();
        assertThat(notice()).isVisible();

        page.locator("h1").click();
        assertThat(notice()).hasCount(0);
    }

    private Locator notice() {
        return page.locator("vaadin-notification-card");
    }
}
