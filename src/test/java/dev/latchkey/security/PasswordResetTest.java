package dev.latchkey.security;

import static dev.latchkey.support.Browser.leadsTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.common.RefusedException;
import dev.latchkey.common.Sha256;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.Browser;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.LogCanary;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.PasswordLinks;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.signup.SignUp;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.invitation.Invitations;
import dev.latchkey.user.lockout.PasswordAttempts;
import dev.latchkey.user.password.reset.PasswordReset;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@SecurityTest
class PasswordResetTest {

    private static final String NEW_PASSWORD = LogCanary.mustNotBeLogged("quince-canary-harbour");

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private PasswordReset reset;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private PasswordAttempts attempts;

    @Autowired
    private Invitations invitations;

    @Autowired
    private SignUp signUp;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private AuditLines trail;

    @Autowired
    private JdbcTemplate jdbc;

    private Person person;

    @BeforeEach
    void newPerson() {
        people.startOver();
        person = people.member();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void AC_S_10_PEER_26_a_reset_signs_nobody_in_ends_every_session_and_leaves_the_second_factor_alone() {
        var app = people.enrol(person);
        var before = new Browser(port);
        before.logIn(person.email(), People.PASSWORD);
        clock.toNextStep();
        before.enterCode(app.code());
        assertThat(before.open("/profile").statusCode()).isEqualTo(200);
        enrolments.countWrongCodes(person, 3);
        var factor = enrolment();
        var token = links.tokenFor(person);
        var browser = new Browser(port);
        assertThat(browser.open("/reset-password/" + token).statusCode()).isEqualTo(200);

        var done = browser.submit("reset-password/" + token, Map.of("password", NEW_PASSWORD));

        assertThat(leadsTo(done)).isEqualTo("/login?reset");
        assertThat(leadsTo(browser.open("/profile"))).startsWith("/login");
        assertThat(leadsTo(before.open("/profile"))).startsWith("/login");
        assertThat(enrolment()).isEqualTo(factor);
        assertThat(leadsTo(new Browser(port).logIn(person.email(), People.PASSWORD)))
                .isEqualTo("/login?error");
        assertThat(leadsTo(browser.logIn(person.email(), NEW_PASSWORD))).isEqualTo("/login/verify");
        assertThat(leadsTo(browser.open("/profile"))).isEqualTo("/login/verify");
        clock.toNextStep();
        assertThat(leadsTo(browser.enterCode(app.code()))).isEqualTo("/profile");
        assertThat(new Mailbox(person.email())
                        .await(1, "your password was changed")
                        .text())
                .contains("https://latchkey.example/reset-password");
    }

    @Test
    void AC_S_10_the_guesses_at_the_password_before_are_forgotten() {
        var email = new EmailAddress(person.email());
        IntStream.range(0, 6).forEach(i -> attempts.take(email));
        assertThat(leadsTo(new Browser(port).logIn(person.email(), People.PASSWORD)))
                .isEqualTo("/login?error");

        reset.choose(links.tokenFor(person), NEW_PASSWORD);

        assertThat(leadsTo(new Browser(port).logIn(person.email(), NEW_PASSWORD)))
                .isEqualTo("/");
    }

    @Test
    void AC_S_24_PEER_47_a_link_lives_an_hour_and_works_once_is_stored_as_a_hash_and_looking_does_not_use_it_up() {
        var token = links.tokenFor(person);
        clock.advance(Duration.ofHours(1).minusSeconds(1));
        new Browser(port).show("reset-password/" + token);
        assertThat(reset.openTo(token)).isPresent();
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> reset.choose(token, "password1"));
        var late = links.tokenFor(person);
        assertThat(links.stored())
                .contains(HexFormat.of().formatHex(Sha256.of(late)))
                .doesNotContain(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(late)));

        assertThat(reset.choose(token, NEW_PASSWORD)).isTrue();

        assertThat(reset.choose(token, NEW_PASSWORD)).isFalse();
        assertThat(reset.choose(late, NEW_PASSWORD))
                .as("a new password voids every link")
                .isFalse();
        var expired = links.tokenFor(person);
        clock.advance(Duration.ofHours(1));
        assertThat(reset.openTo(expired)).isEmpty();
        assertThat(reset.choose(expired, NEW_PASSWORD)).isFalse();
    }

    @Test
    void AC_S_24_PEER_47_of_two_who_use_a_link_at_once_one_does() throws Exception {
        for (var i = 0; i < 5; i++) {
            var anybody = people.member();
            var token = links.tokenFor(anybody);
            assertThat(Parallel.times(2, () -> reset.choose(token, NEW_PASSWORD)))
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void PEER_27_a_token_opens_what_it_was_made_for_and_nothing_else() {
        var administrator = people.administrator();
        var other = people.member();
        people.does(
                administrator,
                () -> invitations.invite(administrator.id(), new EmailAddress("invited@example.com"), Set.of()));
        links.settle();
        var invitation = Mailbox.tokenOf(new Mailbox("invited@example.com").await(1, "You're invited"), "signup");
        var token = links.tokenFor(person);

        assertThat(List.of(invitation, "", "x", token.toLowerCase(), token + "A"))
                .allSatisfy(
                        wrong -> assertThat(reset.choose(wrong, NEW_PASSWORD)).isFalse());
        assertThat(signUp.invitedAddress(token)).isEmpty();
        assertThat(signUp.invitedAddress(invitation)).contains("invited@example.com");
        assertThat(new Browser(port).show("reset-password/" + invitation).body())
                .contains("This link was already used")
                .doesNotContain("vaadin-password-field");
        assertThat(reset.choose(token, NEW_PASSWORD)).isTrue();
        assertThat(leadsTo(new Browser(port).logIn(other.email(), People.PASSWORD)))
                .as("nobody else's password has changed")
                .isEqualTo("/");
    }

    @Test
    void PEER_27_PEER_51_a_user_who_is_disabled_meanwhile_gets_in_by_no_link() {
        var token = links.tokenFor(person);
        people.disable(person);

        assertThat(reset.choose(token, NEW_PASSWORD)).isFalse();
    }

    @Test
    void PEER_46_the_link_leads_to_the_configured_address_whatever_host_the_request_names() {
        for (var header : List.of("X-Forwarded-Host", "Forwarded", "X-Forwarded-Server")) {
            var anybody = people.member();
            var browser = new Browser(port).withHeader(header, "host=evil.example");
            ask(browser, anybody.email());
            links.settle();

            var mail = new Mailbox(anybody.email()).await(1, PasswordLinks.SUBJECT);
            assertThat(mail.text() + mail.html())
                    .contains("https://latchkey.example/reset-password/")
                    .doesNotContain("evil");
        }
    }

    @Test
    void AC_S_19_PEER_45_the_page_answers_a_user_in_the_very_words_in_which_it_answers_anybody() {
        var disabled = people.member();
        people.disable(disabled);
        var invited = people.member();
        people.makeInvited(invited);
        var asking = people.member();
        IntStream.range(0, 4).forEach(i -> links.ask(asking.email()));
        var held = people.member();
        jdbc.update("UPDATE users SET password_reset_held_until = '2999-01-01' WHERE id = ?", held.id());
        var enrolled = people.member();
        people.enrol(enrolled);

        var answers = List.of(
                        person.email(),
                        enrolled.email(),
                        "nobody@example.org",
                        disabled.email(),
                        invited.email(),
                        asking.email(),
                        held.email())
                .stream()
                .map(email -> ask(new Browser(port), email).replace(email, "…"))
                .distinct();

        assertThat(answers).singleElement().asString().contains("If … can log in here");
        links.settle();
        assertThat(List.of(disabled, invited))
                .allSatisfy(nobody ->
                        assertThat(new Mailbox(nobody.email()).mails()).isEmpty());
    }

    @Test
    void AC_S_19_it_says_the_same_where_nothing_is_taken_for_too_much_was_asked_from_there() {
        assumeTrue(Browser.haveAddressesOfTheirOwn());
        var flood = new Browser(port);
        var first = ask(flood, "one@example.org").replace("one@", "…@");
        IntStream.range(0, 30).forEach(i -> ask(flood, "one@example.org"));

        assertThat(ask(flood, person.email()).replace(person.email(), "…@example.org"))
                .isEqualTo(first);

        links.settle();
        assertThat(new Mailbox(person.email()).mails()).isEmpty();
    }

    @Test
    void AC_S_19_at_most_three_mails_an_hour_reach_a_user_however_often_somebody_asks() {
        IntStream.range(0, 6).forEach(i -> links.ask(person.email()));
        assertThat(links.tokensOf(person)).hasSize(3);
        assertThat(requested()).isEqualTo(3);

        clock.advance(Duration.ofHours(1));
        links.ask(person.email());

        assertThat(links.tokensOf(person)).hasSize(4);
    }

    private String ask(Browser browser, String email) {
        browser.submit("reset-password", Map.of("username", email));
        return browser.show("reset-password").body();
    }

    private int requested() {
        return trail.count("PASSWORD_RESET_REQUESTED", person);
    }

    private Map<String, Object> enrolment() {
        return enrolments.rowOf(person);
    }

    @Test
    void FIELD_P21_who_asked_and_from_where_stand_in_their_columns_of_the_audit_trail() {
        links.ask(person.email());

        assertThat(trail.on(person))
                .containsExactly(
                        new AuditLines.Line("PASSWORD_RESET_REQUESTED", null, "", person.email(), "", "192.0.2.1"));
    }
}
