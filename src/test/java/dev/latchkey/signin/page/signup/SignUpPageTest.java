package dev.latchkey.signin.page.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.invitation.Invitations;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page by which an invited person joins. */
@LatchkeyTest
class SignUpPageTest {

    private static final Pattern KEY = Pattern.compile("((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})");
    private static final String EMAIL = "newcomer@example.com";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Invitations invitations;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TheAccount account;

    @Autowired
    private AuditLines trail;

    private Browser browser;
    private Person administrator;
    private String page;

    @BeforeEach
    void invite() {
        people.startOver();
        browser = new Browser(port);
        administrator = people.administrator();
        page = invite(EMAIL, "");
        clock.toNextStep();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void FIELD_P17_the_last_step_signs_in() {
        var answer = browser.submit(page, Map.of("name", "Nia New", "password", People.PASSWORD));

        assertThat(Browser.leadsTo(answer)).isEqualTo("/");
        assertThat(browser.show("profile").body()).contains("Nia New");
        assertThat(trail.actionsOn(new Person(people.idOf(EMAIL), EMAIL)))
                .containsSubsequence("USER_REGISTERED", "SIGNED_IN");
    }

    @Test
    void FIELD_P17_with_a_second_factor_the_recovery_codes_come_next_and_then_the_start_page() {
        account.enforce();

        browser.submit(page, Map.of("name", "Nia New", "password", People.PASSWORD));
        var key = KEY.matcher(browser.show(page).body());
        assertThat(key.find()).isTrue();
        browser.submit(page, Map.of("code", "000000"));
        assertThat(browser.show(page).body()).contains("match this secret key.").contains(key.group());
        var answer = browser.submit(page, Map.of("code", new AuthenticatorApp(key.group(), clock).code()));

        assertThat(Browser.leadsTo(answer)).isEqualTo("/recovery-codes");
        assertThat(browser.show("recovery-codes").body()).contains("code-list");
        assertThat(browser.show("profile").body()).contains("Nia New");
    }

    @Test
    void FIELD_P3_the_name_of_the_pasted_list_is_proposed_and_gives_way_to_what_is_typed() {
        page = invite("ada@example.com", "Lovelace, Ada");
        assertThat(browser.show(page).body()).contains("value=\"Lovelace, Ada\"");

        browser.submit(page, Map.of("name", "Ada Lovelace", "password", "short"));

        assertThat(browser.show(page).body()).contains("value=\"Ada Lovelace\"").doesNotContain("Lovelace, Ada");
    }

    @Test
    void FIELD_P17_a_used_link_says_so_and_leads_to_the_login() {
        browser.submit(page, Map.of("name", "Nia New", "password", People.PASSWORD));

        assertThat(new Browser(port).show(page).body())
                .contains("This invitation was already used or has expired.", "href=\"/login\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signup/used",
                "signup/%F0%9F%94%91",
                "reset-password/%F0%9F%94%91",
                "setup/%F0%9F%94%91",
                "unlock/%F0%9F%94%91"
            })
    void a_link_that_is_closed_says_so_whatever_is_typed_there(String link) {
        var answer = browser.post(
                "/" + link, Map.of("name", "Nia\u202eNew", "password", "short", "_csrf", browser.csrfTokenOn("login")));

        assertThat(Browser.leadsTo(answer)).isEqualTo("/" + link);
        assertThat(Browser.leadsTo(new Browser(port).post("/" + link, Map.of())))
                .as("without the token of the page")
                .isEqualTo("/" + link);
        assertThat(browser.show(link).body()).contains("expired");
    }

    @Test
    void what_was_typed_stays_and_each_field_says_what_is_wrong_with_it_but_no_password_comes_back() {
        browser.submit(page, Map.of("name", "Nia\u202eNew", "password", "short"));

        assertThat(browser.show(page).body())
                .contains("value=\"Nia", "hidden character", "Use 8 to 128 characters.")
                .doesNotContain("value=\"short\"");
    }

    @Test
    void FIELD_P13_the_password_manager_learns_whose_password_it_is() {
        assertThat(browser.show(page).body())
                .containsPattern("<input[^>]*autocomplete=\"username\"[^>]*value=\"" + EMAIL + "\"");
    }

    private String invite(String email, String proposedName) {
        var before = new Mailbox(email).mails().size();
        people.does(
                administrator,
                () -> invitations.invite(administrator.id(), new EmailAddress(email), proposedName, Set.of()));
        outbox.run();
        return "signup/" + Mailbox.tokenOf(new Mailbox(email).await(before + 1, "You're invited"), "signup");
    }
}
