package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.LogCanary;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.PasswordLinks;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.reset.TwoFactorReset;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.access.RecentFactor;
import dev.latchkey.user.lockout.PasswordAttempts;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** New passwords: for somebody who forgot theirs, and for somebody who only wants another. */
@LatchkeyTest
class PasswordJourneyTest extends ChromiumJourney {

    private static final String NEW_PASSWORD = LogCanary.mustNotBeLogged("larch-canary-viaduct");

    @Autowired
    private PasswordLinks links;

    @Autowired
    private TwoFactorReset twoFactorReset;

    @Autowired
    private PasswordAttempts attempts;

    private Person person;

    @BeforeEach
    void onlyOnePerson() {
        people.startOver();
        person = people.member();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void whoever_forgot_their_password_chooses_another_by_mail_and_is_asked_for_the_code_as_before() {
        var app = people.enrol(person);
        ask();
        page.navigate("/reset-password/" + links.tokensOf(person).getLast());
        assertThat(page.getByText("Use 8 to 128 characters.").last()).isVisible();

        newPassword().fill("password1");
        page.keyboard().press("Enter");
        assertThat(page.getByText("This password is too common.").last()).isVisible();
        newPassword().fill(NEW_PASSWORD);
        button(page, "Change password").click();

        assertThat(page.getByText("Your password has been changed and you have been logged out everywhere.")
                        .last())
                .isVisible();
        clock.toNextStep();
        logIn(NEW_PASSWORD);
        giveCode(page, app);
        page.navigate("/reset-password/" + links.tokensOf(person).getLast());
        assertThat(page.getByText("This link was already used").last()).isVisible();
    }

    @Test
    void after_a_two_factor_reset_it_takes_an_administrators_word() {
        var administrator = people.administrator();
        people.enrol(person);
        var helper = people.administrator();
        people.does(helper, () -> twoFactorReset.reset(helper.id(), person.id(), SecretDelivery.BY_EMAIL));
        ask();
        new Mailbox(person.email()).await(1, "an administrator must approve your password reset");

        logIn(page, administrator);
        page.navigate("/access-management/users");
        assertThat(page.getByText("Password reset needs approval").last()).isVisible();
        page.getByLabel("Search by name or email").fill(person.email());
        assertThat(page.getByText(administrator.email())).isHidden();
        button(page, "More actions for Mia Member").click();
        page.getByRole(AriaRole.MENUITEM, named("Approve password reset")).click();
        button(page, "Send link").click();
        assertThat(page.getByText("We're sending Mia Member a link to choose a new password.")
                        .last())
                .isVisible();

        links.settle();
        new Mailbox(person.email()).await(1, PasswordLinks.SUBJECT);
    }

    @Test
    void FIELD_P13_a_password_manager_is_told_whose_password_is_changed() {
        logIn(page, person);
        button(page, "Change password").click();

        var form = page.locator("form").filter(new Locator.FilterOptions().setHas(page.getByLabel("New password")));
        assertThat(form.locator("input[autocomplete=username]")).hasValue(person.email());
        assertThat(form.locator("input[autocomplete=current-password]")).isFocused();
        assertThat(form.locator("input[autocomplete=new-password]")).isVisible();
    }

    @Test
    void somebody_signed_in_changes_their_password_goes_on_and_is_signed_out_elsewhere() {
        var elsewhere = newBrowser();
        logIn(elsewhere, person);
        logIn(page, person);
        clock.advance(RecentFactor.VALIDITY);
        button(page, "Change password").click();
        presentPassword().fill("wrong password");
        newPassword().fill(NEW_PASSWORD);
        submit().click();
        assertThat(page.getByText("That isn't your current password.").last()).isVisible();

        presentPassword().fill(People.PASSWORD);
        submit().click();

        assertThat(page.getByText("Your password has been changed. Your other sessions have ended.")
                        .last())
                .isVisible();
        page.reload();
        assertThat(button(page, "Change password")).isVisible();
        elsewhere.reload();
        assertThat(elsewhere.getByText("Your session has ended.").last()).isVisible();
        elsewhere.context().close();
    }

    @Test
    void FIELD_A6_whoever_has_a_code_gives_it_before_and_wrong_guesses_count_here_and_those_of_strangers_do_not() {
        var app = people.enrol(person);
        clock.toNextStep();
        logIn(page, person);
        giveCode(page, app);
        clock.advance(RecentFactor.VALIDITY);
        button(page, "Change password").click();
        presentPassword().fill("wrong password");
        newPassword().fill(NEW_PASSWORD);
        submit().click();
        codeField(page).fill(app.code());
        button(page, "Continue").click();
        assertThat(page.getByText("That isn't your current password.").last()).isVisible();
        IntStream.range(0, 20).forEach(i -> attempts.take(new EmailAddress(person.email())));
        for (var i = 0; i < 4; i++) {
            presentPassword().fill("wrong password " + i);
            submit().click();
            assertThat(presentPassword()).isFocused();
            assertThat(page.getByText("That isn't your current password.").last())
                    .isVisible();
        }
        presentPassword().fill(People.PASSWORD);
        submit().click();

        assertThat(page.getByText("Too many wrong passwords for this email address.")
                        .last())
                .isVisible();
        clock.advance(Duration.ofSeconds(30));
        submit().click();
        assertThat(page.getByText("Your password has been changed. Your other sessions have ended.")
                        .last())
                .isVisible();
    }

    private void ask() {
        page.navigate("/login");
        page.getByText("Forgot password?").click();
        // The page before has a field of that label too
        assertThat(button(page, "Send link")).isVisible();
        page.getByLabel("Email").fill(person.email());
        button(page, "Send link").click();
        assertThat(page.getByText("If " + person.email() + " can log in here, we're sending a link to that address."))
                .isVisible();
        links.settle();
    }

    private void logIn(String password) {
        page.getByLabel("Email").fill(person.email());
        page.getByLabel("Password").fill(password);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/login/verify.*"));
    }

    private Locator newPassword() {
        return page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true));
    }

    private Locator presentPassword() {
        return page.getByLabel("Current password");
    }

    private Locator submit() {
        return page.getByRole(AriaRole.DIALOG, named("Change password"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Change password"));
    }
}
