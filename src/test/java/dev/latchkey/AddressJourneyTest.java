package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People.Person;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters, search and sort are in the address, in a real Chromium. */
@LatchkeyTest
class AddressJourneyTest extends ChromiumJourney {

    private Person administrator;
    private Person protectedMember;
    private Person member;

    @BeforeEach
    void people() {
        people.startOver();
        administrator = people.administrator();
        protectedMember = people.member();
        people.enrol(protectedMember);
        member = people.member();
        logIn(page, administrator);
        page.navigate("/access-management/users");
        assertThat(row(member)).isVisible();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void what_is_chosen_stands_in_the_address_and_survives_a_reload() {
        choose("2FA", "On");
        assertThat(page).hasURL(Pattern.compile(".*/access-management/users\\?state=on"));
        assertThat(row(member)).isHidden();
        assertThat(page.getByLabel("2FA", exactly())).isFocused();

        page.reload();

        assertThat(row(protectedMember)).isVisible();
        assertThat(row(member)).isHidden();
        assertThat(page.locator("vaadin-select").nth(1)).containsText("On");
    }

    @Test
    void back_and_forward_walk_through_what_was_chosen() {
        choose("2FA", "On");
        assertThat(row(member)).isHidden();
        page.getByLabel("Search by name or email")
                .pressSequentially(protectedMember.email(), new Locator.PressSequentiallyOptions().setDelay(60));
        assertThat(page).hasURL(Pattern.compile(".*state=on.*"));
        assertThat(page)
                .hasURL(Pattern.compile(".*search=" + protectedMember.email().replace("@", "(@|%40)") + ".*"));

        page.goBack();
        assertThat(page).hasURL(Pattern.compile(".*\\?state=on"));
        assertThat(page.getByLabel("Search by name or email")).hasValue("");
        page.goBack();
        assertThat(page).hasURL(Pattern.compile(".*/users"));
        assertThat(row(member)).isVisible();
        assertThat(row(protectedMember)).isVisible();
        page.goForward();
        assertThat(row(member)).isHidden();
        assertThat(row(protectedMember)).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"users, Search by name or email", "audit-trail, Search by user"})
    void what_somebody_types_is_one_place_to_go_back_to_however_often_they_stop(String list, String label) {
        page.navigate("/access-management/" + list);
        page.getByLabel(label).pressSequentially("mem");
        assertThat(page).hasURL(Pattern.compile(".*\\?search=mem$"));
        page.keyboard().type("ber");
        assertThat(page).hasURL(Pattern.compile(".*\\?search=member$"));

        page.goBack();

        assertThat(page).hasURL(Pattern.compile(".*/" + list + "$"));
        assertThat(page.getByLabel(label)).hasValue("");
        page.goForward();
        assertThat(page.getByLabel(label)).hasValue("member");
    }

    @Test
    void a_link_leads_to_the_same_list_sorted_the_same_way_even_through_the_sign_in() {
        var other = newBrowser();
        other.navigate("/access-management/users?sort=-email&search=member");
        other.getByLabel("Email").fill(administrator.email());
        other.getByLabel("Password").fill(dev.latchkey.support.People.PASSWORD);
        other.keyboard().press("Enter");

        assertThat(other).hasURL(Pattern.compile(".*/users\\?sort=-email&search=member"));
        assertThat(other.getByLabel("Search by name or email")).hasValue("member");
        assertThat(other.locator("vaadin-grid-sorter[direction='desc']")).hasText("Email");
        other.locator("vaadin-grid-sorter", new Page.LocatorOptions().setHasText("Name"))
                .click();
        assertThat(other).hasURL(Pattern.compile(".*/users\\?search=member&sort=name"));
        other.context().close();
    }

    private void choose(String label, String item) {
        page.getByLabel(label, exactly()).click();
        page.getByRole(AriaRole.OPTION, named(item)).click();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private Locator row(Person person) {
        return page.locator("vaadin-grid-cell-content")
                .getByText(person.email(), new Locator.GetByTextOptions().setExact(true))
                // While the grid loads, a row that it uses again may say the same
                .first();
    }
}
