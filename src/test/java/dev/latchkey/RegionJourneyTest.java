package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People.Person;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Dates in the order of the reader's region, and days in the time zone of whoever chose them. */
@LatchkeyTest
class RegionJourneyTest extends ChromiumJourney {

    @Autowired
    private JdbcTemplate jdbc;

    private Page british;
    private Person administrator;

    @BeforeEach
    void openBritishBrowser() {
        people.startOver();
        british = newBrowser("en-GB");
        administrator = people.administrator();
        logIn(british, administrator);
    }

    @AfterEach
    void closeBritishBrowser() {
        british.context().close();
        people.startOver();
    }

    @Test
    void FIELD_P20_a_british_browser_gets_british_dates() {
        british.navigate("/access-management/audit-trail");
        assertThat(british.getByText(Pattern.compile("^\\d\\d/\\d\\d/\\d{4}, \\d\\d:\\d\\d:\\d\\d \\w+$"))
                        .first())
                .isVisible();
        var from = british.getByLabel("Start date");

        from.fill("31/12/2026");
        from.press("Enter");

        assertThat(british).hasURL(Pattern.compile(".*[?&]from=2026-12-31.*"));
        assertThat(from).hasValue("31/12/2026");
        from.fill("nonsense");
        from.press("Enter");
        assertThat(british.getByText("Enter a date, such as 31/12/2026.").first())
                .isVisible();
        assertThat(from).hasValue("nonsense");
    }

    @Test
    void FIELD_P11_the_address_names_the_zone_of_its_days_and_the_page_says_so_where_that_is_not_the_readers() {
        british.navigate("/access-management/audit-trail");
        var from = british.getByLabel("Start date");
        from.fill("27/11/2026");
        from.press("Enter");
        assertThat(british).hasURL(Pattern.compile(".*[?&]zone=.+"));
        assertThat(british.getByText("Days are in the time zone").first()).isHidden();

        british.navigate("/access-management/audit-trail?from=2026-11-27&zone=Pacific/Auckland");

        assertThat(british.getByText("Days are in the time zone Pacific/Auckland")
                        .first())
                .isVisible();
        var to = british.getByLabel("End date");
        to.fill("28/11/2026");
        to.press("Enter");
        assertThat(british).hasURL(Pattern.compile(".*[?&]to=2026-11-28.*"));
        assertThat(british).hasURL(Pattern.compile(".*[?&]zone=Pacific(/|%2F)Auckland.*"));
    }

    @Test
    void whoever_opens_a_page_is_written_to_by_the_clock_of_that_browser_from_then_on() {
        british.navigate("/profile");
        assertThat(british.getByText("Two Factor Authentication").first()).isVisible();

        var stored = jdbc.queryForObject("SELECT time_zone FROM users WHERE id = ?", String.class, administrator.id());

        org.assertj.core.api.Assertions.assertThat(stored)
                .isEqualTo(british.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone"));
    }

    @Test
    void FIELD_P20_the_calendar_of_a_date_field_shows_weeks_that_begin_on_monday_and_takes_a_click() {
        british.navigate("/access-management/audit-trail?from=2026-12-31&zone=UTC");
        var from = british.getByLabel("Start date");
        from.click();
        var december = british.locator("vaadin-month-calendar")
                .filter(new Locator.FilterOptions().setHasText("December 2026"));
        assertThat(december.locator("[part=weekday]:not(:empty)").first()).hasText("Mon");

        december.getByText("24", new Locator.GetByTextOptions().setExact(true)).click();

        assertThat(from).hasValue("24/12/2026");
        assertThat(british).hasURL(Pattern.compile(".*[?&]from=2026-12-24.*"));
    }
}
