package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.user.UserStatus;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many people are invited at once, in a real Chromium. */
@LatchkeyTest
class InvitationJourneyTest extends ChromiumJourney {

    @Autowired
    private People people;

    private Person administrator;

    @BeforeEach
    void addUsers() {
        people.startOver();
        administrator = people.administrator();
        logIn(page, administrator);
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void FIELD_P3_a_list_from_a_mail_program_is_taken_and_what_is_not_understood_stays_with_its_reason() {
        openDialog();
        invite("\ufeffLovelace, Ada <ada@example.org>; Babbage, Charles <charles@example.org>; käthe@example.org;"
                + " ADA@example.org; info@škoda.example");

        assertThat(line("ada@example.org: invited as Lovelace, Ada")).isVisible();
        assertThat(line("charles@example.org: invited as Babbage, Charles")).isVisible();
        assertThat(line("käthe@example.org: before the @, use only letters without accents"))
                .isVisible();
        assertThat(line("info@škoda.example (info@xn--koda-f6a.example): invited"))
                .isVisible();
        assertThat(page.locator(".result-list li")).hasCount(4);
        assertThat(addresses()).hasValue("käthe@example.org");
        assertThat(addresses()).isFocused();
        assertThat(page.getByText("One entry can't be used").last()).isVisible();
        button(page, "Close").click();
        assertThat(page.locator("vaadin-grid").getByText("Invited").first()).isVisible();
    }

    @Test
    void FIELD_P6_a_disabled_and_a_pending_user_are_dealt_with_right_there() {
        var disabled = people.member();
        people.disable(disabled);
        openDialog();
        invite("pending@example.org");
        assertThat(line("pending@example.org: invited")).isVisible();
        invite("pending@example.org, " + disabled.email());

        button(page, "Send invitation again: pending@example.org").click();
        assertThat(line("We're sending pending@example.org a new invitation.")).isVisible();
        button(page, "Enable: " + disabled.email()).click();
        assertThat(line(disabled.email() + " can log in again")).isVisible();
        assertThat(page.locator(".result-list vaadin-button")).hasCount(0);
        assertThat(addresses()).isFocused();
        await().until(() -> people.statusOf(disabled) == UserStatus.ACTIVE);
    }

    @Test
    void FIELD_P7_what_was_typed_is_there_again_after_a_session_that_ended_meanwhile() {
        var typed = "ada@example.org\ncharles@example.org";
        openDialog();
        addresses().fill(typed);
        clock.advance(Duration.ofHours(12));

        button(page, "Send invitations").click();
        assertThat(page).hasURL(Pattern.compile(".*/login\\?ended&continue=.*"));
        logInHere(administrator);
        button(page, "Add User").click();
        assertThat(addresses()).hasValue(typed);

        button(page, "Send invitations").click();
        assertThat(line("charles@example.org: invited")).isVisible();
        assertThat(addresses()).hasValue("");
    }

    @Test
    void FIELD_P7_what_was_typed_is_nobody_elses_who_logs_in_in_the_same_tab() {
        openDialog();
        addresses().fill("ada@example.org");
        clock.advance(Duration.ofHours(12));
        page.reload();

        logInHere(people.administrator());
        button(page, "Add User").click();

        assertThat(addresses()).isFocused();
        assertThat(addresses()).hasValue("");
    }

    private void logInHere(Person person) {
        page.getByLabel("Email").fill(person.email());
        page.getByLabel("Password").fill(People.PASSWORD);
        page.keyboard().press("Enter");
    }

    private void openDialog() {
        page.navigate("/access-management/users");
        button(page, "Add User").click();
    }

    private void invite(String pasted) {
        addresses().fill(pasted);
        button(page, "Send invitations").click();
    }

    private Locator addresses() {
        return page.getByLabel("Email addresses");
    }

    private Locator line(String text) {
        return page.locator(".result-list li").getByText(text);
    }
}
