package dev.latchkey.signin.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.demo.ReadableMail;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.SignInLimits;
import dev.latchkey.support.StoredBrowsers;
import dev.latchkey.twofactor.code.SignInUnlock;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.browser.KnownBrowsers;
import dev.latchkey.user.lockout.PasswordAttempts;
import dev.latchkey.user.lockout.UnlockLink;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An unlocked login that strangers close again a second later is open in one browser all the same. */
@LatchkeyTest
class UnlockLinkTest {

    private static final String SUBJECT = "your login is unlocked";
    private static final String CLOSED = "This link was already used, has expired or is no longer valid.";

    @LocalServerPort
    private int port;

    @Autowired
    private SignInUnlock unlock;

    @Autowired
    private UnlockLink link;

    @Autowired
    private PasswordAttempts attempts;

    @Autowired
    private People people;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private MovableClock clock;

    @Autowired
    private AuditLines trail;

    @Autowired
    private SignInLimits limits;

    @Autowired
    private StoredBrowsers browsers;

    private Person administrator;
    private Person person;
    private Browser elsewhere;

    @BeforeEach
    void somebodyWhomStrangersKeepOut() {
        people.startOver();
        administrator = people.administrator();
        person = people.member();
        elsewhere = new Browser(port);
        strangersGuess();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
        limits.forgetNetworks();
    }

    @Test
    void FIELD_A6_unlock_mails_a_link_that_gives_the_browser_fifteen_minutes_whatever_strangers_guess() {
        var token = unlocked();
        strangersGuess();
        assertThat(logIn(elsewhere)).as("not before the button").isEqualTo("/login?error");
        assertThat(elsewhere.show("login").body()).contains("Too many wrong passwords for this email address.");

        assertThat(Browser.leadsTo(use(elsewhere, token))).isEqualTo("/login?unlocked");
        assertThat(trail.actionsOn(person)).contains("UNLOCK_LINK_USED");

        assertThat(elsewhere.open("/login?unlocked").body()).contains("make you wait in this browser");
        assertThat(logIn(new Browser(port))).as("another browser").isEqualTo("/login?error");
        assertThat(logIn(elsewhere)).isEqualTo("/");
    }

    @Test
    void FIELD_A6_after_fifteen_minutes_that_browser_is_one_of_the_strangers_again() {
        use(elsewhere, unlocked());
        clock.advance(KnownBrowsers.LIFE_BY_LINK);
        strangersGuess();

        assertThat(logIn(elsewhere)).isEqualTo("/login?error");
    }

    @Test
    void FIELD_A6_looking_at_the_link_changes_nothing_for_mail_scanners_look_too() {
        var token = unlocked();
        strangersGuess();

        var page = elsewhere.open("/unlock/" + token);
        elsewhere.ask("HEAD", "/unlock/" + token);

        assertThat(page.body()).contains(person.email(), "Use this browser");
        assertThat(page.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("latchkey-browser"));
        assertThat(knownBrowsers()).isZero();
        assertThat(logIn(elsewhere)).isEqualTo("/login?error");
        use(elsewhere, token);
        assertThat(logIn(elsewhere)).as("still good").isEqualTo("/");
    }

    @Test
    void FIELD_A6_the_link_works_once_however_many_try_at_once_for_a_day_and_until_the_next() throws Exception {
        var first = unlocked();
        var second = unlocked();
        assertThat(elsewhere.show("unlock/" + first).body()).as("void").contains(CLOSED);

        assertThat(Parallel.times(8, () -> link.use(second)))
                .filteredOn(user -> user.isPresent())
                .hasSize(1);
        assertThat(elsewhere.show("unlock/" + second).body()).as("used").contains(CLOSED);
        assertThat(Browser.leadsTo(use(elsewhere, second))).isEqualTo("/unlock/" + second);
        assertThat(knownBrowsers()).isZero();

        var third = unlocked();
        clock.advance(UnlockLink.LIFE);
        assertThat(elsewhere.show("unlock/" + third).body()).as("expired").contains(CLOSED);
    }

    @Test
    void FIELD_A6_the_link_is_no_factor_signs_nobody_in_and_is_none_of_another_page() {
        people.enrol(person);
        clock.toNextStep();
        var token = unlocked();
        assertThat(elsewhere.show("reset-password/" + token).body()).contains("This link was already used");

        use(elsewhere, token);

        assertThat(Browser.leadsTo(elsewhere.open("/profile"))).isEqualTo("/login");
        assertThat(logIn(elsewhere, "wrong")).isEqualTo("/login?error");
        assertThat(logIn(elsewhere)).isEqualTo("/login/verify");
        assertThat(Browser.leadsTo(elsewhere.open("/profile"))).isEqualTo("/login/verify");
    }

    @Test
    void FIELD_A6_a_browser_whose_own_wrong_passwords_close_it_begins_anew_with_the_link() {
        use(elsewhere, unlocked());
        logIn(elsewhere);
        elsewhere.post("/logout", Map.of("_csrf", elsewhere.csrfTokenOn("reset-password")));
        IntStream.range(0, 6).forEach(i -> logIn(elsewhere, "mistyped " + i));
        assertThat(logIn(elsewhere)).isEqualTo("/login?error");
        browsers.countWrongPasswords(person, 10);

        use(elsewhere, unlocked());
        strangersGuess();

        assertThat(logIn(elsewhere)).isEqualTo("/");
    }

    @Test
    void FIELD_A6_a_disabled_user_is_mailed_none_and_can_use_none() {
        var token = unlocked();
        people.disable(person);

        people.does(administrator, () -> unlock.unlock(administrator.id(), person.id()));
        outbox.run();

        assertThat(mails()).hasSize(1);
        assertThat(link.use(token)).isEmpty();
    }

    private String unlocked() {
        var before = mails().size();
        people.does(administrator, () -> unlock.unlock(administrator.id(), person.id()));
        outbox.run();
        assertThat(mails()).hasSize(before + 1);
        return Mailbox.tokenOf(mails().getLast(), "unlock");
    }

    private List<ReadableMail> mails() {
        return new Mailbox(person.email())
                .mails().stream()
                        .filter(mail -> mail.subject().contains(SUBJECT))
                        .toList();
    }

    private java.net.http.HttpResponse<String> use(Browser browser, String token) {
        return browser.post("/unlock/" + token, Map.of("_csrf", browser.csrfTokenOn("reset-password")));
    }

    private void strangersGuess() {
        var email = new EmailAddress(person.email());
        IntStream.range(0, 8).forEach(i -> attempts.take(email));
        limits.forgetNetworks();
    }

    private int knownBrowsers() {
        return browsers.idsOf(person).size();
    }

    private String logIn(Browser browser) {
        return logIn(browser, People.PASSWORD);
    }

    private String logIn(Browser browser, String password) {
        return Browser.leadsTo(browser.logIn(person.email(), password));
    }
}
