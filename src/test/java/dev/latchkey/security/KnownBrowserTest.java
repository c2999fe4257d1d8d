package dev.latchkey.security;

import static dev.latchkey.support.Browser.leadsTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.signin.browser.KnownBrowserAdministration;
import dev.latchkey.signin.session.SessionAdministration;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.Browser;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.PasswordLinks;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.SignInLimits;
import dev.latchkey.support.StoredBrowsers;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.browser.KnownBrowsers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

/** Strangers who guess slow down strangers, and never keep a user out of the browser that knows them. */
@SecurityTest
class KnownBrowserTest {

    private static final String NEW_PASSWORD = "another-canary-velvet";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private KnownBrowserAdministration administration;

    @Autowired
    private SessionAdministration sessions;

    @Autowired
    private KnownBrowsers known;

    @Autowired
    private MovableClock clock;

    @Autowired
    private AuditLines trail;

    @Autowired
    private SignInLimits limits;

    @Autowired
    private StoredBrowsers browsers;

    @Autowired
    private JdbcTemplate jdbc;

    private Person person;
    private Browser own;

    @BeforeEach
    void somebodyWhoHasLoggedIn() {
        people.startOver();
        person = people.member();
        own = new Browser(port);
        assertThat(leadsTo(own.logIn(person.email(), People.PASSWORD))).isEqualTo("/");
        logOut(own);
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
        limits.forgetNetworks();
    }

    @Test
    void FIELD_T3_FIELD_A6_whatever_strangers_guess_the_owner_logs_in_in_their_own_browser_at_once() {
        strangersGuess(40);

        assertThat(leadsTo(new Browser(port).logIn(person.email(), People.PASSWORD)))
                .as("from anywhere else")
                .isEqualTo("/login?error");
        assertThat(leadsTo(own.logIn(person.email(), People.PASSWORD))).isEqualTo("/");
    }

    @Test
    void FIELD_A12_a_full_network_does_not_keep_a_known_browser_out() {
        limits.forgetNetworks();
        strangersGuess(1);
        limits.fill();

        assertThat(leadsTo(own.logIn(person.email(), People.PASSWORD))).isEqualTo("/");
    }

    @Test
    void FIELD_A6_where_too_many_known_browsers_of_a_network_fail_they_are_strangers() {
        own.logIn(person.email(), "wrong");
        limits.fillThoseOfKnownBrowsers();
        assertThat(leadsTo(own.logIn(person.email(), People.PASSWORD)))
                .as("with the limits of strangers")
                .isEqualTo("/");
        logOut(own);

        strangersGuess(5);
        own.logIn(person.email(), "wrong");
        limits.fillThoseOfKnownBrowsers();
        assertThat(leadsTo(own.logIn(person.email(), People.PASSWORD))).isEqualTo("/login?error");
    }

    @Test
    void FIELD_A6_a_known_browser_waits_after_five_and_has_no_standing_after_ten_until_the_next_login() {
        IntStream.range(0, 5).forEach(i -> own.logIn(person.email(), "wrong " + i));
        assertThat(leadsTo(own.logIn(person.email(), People.PASSWORD))).isEqualTo("/login?error");
        assertThat(own.show("login").body()).contains("Try again in 30 seconds.");
        assertThat(leadsTo(new Browser(port).logIn(person.email(), People.PASSWORD)))
                .as("what was wrong there counts there")
                .isEqualTo("/");

        for (var i = 5; i < 10; i++) {
            clock.advance(Duration.ofHours(1));
            own.logIn(person.email(), "wrong " + i);
        }
        strangersGuess(6);
        clock.advance(Duration.ofSeconds(1));

        assertThat(leadsTo(own.logIn(person.email(), People.PASSWORD)))
                .as("one of the strangers now")
                .isEqualTo("/login?error");
        clock.advance(Duration.ofHours(1));
        assertThat(leadsTo(own.logIn(person.email(), People.PASSWORD))).isEqualTo("/");
        strangersGuess(6);
        logOut(own);
        assertThat(leadsTo(own.logIn(person.email(), People.PASSWORD)))
                .as("known again")
                .isEqualTo("/");
    }

    @Test
    void FIELD_A8_of_the_browsers_of_a_user_those_with_the_latest_logins_are_known_and_no_others() {
        for (var i = 0; i < 60; i++) {
            jdbc.update("""
                    INSERT INTO known_browser (user_id, token_hash, browser, operating_system, address, known_since,
                                               last_login_at, expires_at)
                    SELECT user_id, UNHEX(SHA2(?, 256)), browser, operating_system, address, known_since,
                           last_login_at - INTERVAL ? MINUTE, expires_at
                    FROM known_browser WHERE user_id = ? ORDER BY id LIMIT 1
                    """, "browser " + i, i + 1, person.id());
        }
        clock.advance(Duration.ofSeconds(1));

        new Browser(port).logIn(person.email(), People.PASSWORD);

        assertThat(administrationOf(person)).isEqualTo(50);
        strangersGuess(6);
        assertThat(leadsTo(own.logIn(person.email(), People.PASSWORD)))
                .as("the last but one")
                .isEqualTo("/");
    }

    @Test
    void FIELD_A6_the_sum_over_the_browsers_of_a_user_is_bounded() {
        browsers.countWrongPasswords(person, 9);
        for (var i = 0; i < 3; i++) {
            var more = new Browser(port);
            more.logIn(person.email(), People.PASSWORD);
            browsers.countWrongPasswords(person, 8);
        }
        strangersGuess(6);

        assertThat(leadsTo(own.logIn(person.email(), People.PASSWORD))).isEqualTo("/login?error");
    }

    @Test
    void PEER_28_a_known_browser_is_no_factor_and_skips_none() {
        var app = people.enrol(person);
        clock.toNextStep();
        own.logIn(person.email(), People.PASSWORD);
        own.enterCode(app.code());
        logOut(own);

        assertThat(leadsTo(own.open("/profile"))).isEqualTo("/login");
        assertThat(leadsTo(own.logIn(person.email(), "wrong"))).isEqualTo("/login?error");
        assertThat(leadsTo(own.logIn(person.email(), People.PASSWORD))).isEqualTo("/login/verify");
        assertThat(leadsTo(own.open("/profile"))).isEqualTo("/login/verify");
    }

    @Test
    void PEER_29_a_browser_is_known_to_its_own_users_alone_and_to_five_at_the_most() {
        var other = people.member();
        IntStream.range(0, 6).forEach(i -> new Browser(port).logIn(other.email(), "wrong " + i));

        assertThat(leadsTo(own.logIn(other.email(), People.PASSWORD)))
                .as("not known to that user")
                .isEqualTo("/login?error");

        for (var i = 0; i < 5; i++) {
            clock.advance(Duration.ofSeconds(1));
            own.logIn(people.member().email(), People.PASSWORD);
            logOut(own);
        }
        assertThat(administrationOf(person)).as("the first has made room").isZero();
    }

    @Test
    void FIELD_A6_a_forged_a_stolen_and_revoked_and_an_expired_cookie_count_as_none() {
        strangersGuess(6);
        var forged = own.cookieHeader().replaceAll("latchkey-browser=[^;]{4}", "latchkey-browser=AAAA");
        assertThat(forged).isNotEqualTo(own.cookieHeader());

        assertThat(leadsTo(logInWith(forged))).isEqualTo("/login?error");
        var id = browsers.idsOf(person).getFirst();
        people.does(person, () -> administration.forgetOwn(person.id(), id));
        assertThat(leadsTo(own.logIn(person.email(), People.PASSWORD))).isEqualTo("/login?error");
        assertThat(trail.actionsOn(person, "BROWSER")).containsExactly("BROWSER_REMEMBERED", "BROWSER_FORGOTTEN");

        clock.advance(Duration.ofHours(1));
        own.logIn(person.email(), People.PASSWORD);
        logOut(own);
        clock.advance(KnownBrowsers.LIFE);
        strangersGuess(6);
        assertThat(leadsTo(own.logIn(person.email(), People.PASSWORD))).isEqualTo("/login?error");
        known.deleteExpired();
        assertThat(browsers.idsOf(person)).isEmpty();
    }

    @Test
    void FIELD_A6_whatever_makes_earlier_logins_count_for_nothing_has_browsers_forgotten() {
        var administrator = people.administrator();
        var events = new LinkedHashMap<String, Runnable>();
        events.put(
                "all sessions ended",
                () -> people.does(administrator, () -> sessions.endAll(administrator.id(), person.id())));
        events.put(
                "a new password by mail",
                () -> new Browser(port)
                        .submit("reset-password/" + links.tokenFor(person), Map.of("password", NEW_PASSWORD)));

        assertThat(events).allSatisfy((name, event) -> {
            assertThat(administrationOf(person)).as(name).isOne();
            event.run();
            assertThat(browsers.idsOf(person, clock.instant().plus(KnownBrowsers.LIFE_BY_LINK)))
                    .as(name)
                    .isEmpty();
            own.logIn(person.email(), People.PASSWORD);
            logOut(own);
        });
    }

    @Test
    void FIELD_A6_whoever_has_just_chosen_a_password_by_mail_can_use_it_there_whatever_strangers_guess() {
        var token = links.tokenFor(person);
        var elsewhere = new Browser(port);
        elsewhere.submit("reset-password/" + token, Map.of("password", NEW_PASSWORD));
        strangersGuess(6);

        assertThat(leadsTo(new Browser(port).logIn(person.email(), NEW_PASSWORD)))
                .as("another browser")
                .isEqualTo("/login?error");
        assertThat(leadsTo(elsewhere.logIn(person.email(), NEW_PASSWORD))).isEqualTo("/");
    }

    @Test
    void other_peoples_browsers_take_the_permission() {
        var auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);

        assertThat(Map.<String, Runnable>of(
                        "look", () -> administration.of(person.id()),
                        "forget", () -> administration.forget(auditor.id(), person.id(), 1),
                        "own, of another", () -> administration.forgetOwn(person.id(), 1)))
                .allSatisfy((name, act) -> assertThatExceptionOfType(AccessDeniedException.class)
                        .as(name)
                        .isThrownBy(() -> people.does(auditor, act)));
    }

    private int administrationOf(Person someone) {
        return people.as(someone, () -> administration.own(someone.id())).size();
    }

    private HttpResponse<String> logInWith(String cookies) {
        var page = new Browser(port);
        var token = page.csrfTokenOn("login");
        var form = page.cookieHeader();
        return page.withCookies(form + "; " + cookies.replaceAll("__Host-latchkey-form=[^;]*;? ?", ""))
                .post("/login", Map.of("username", person.email(), "password", People.PASSWORD, "_csrf", token));
    }

    private void strangersGuess(int times) {
        for (var i = 0; i < times; i++) {
            limits.forgetNetworks();
            new Browser(port).logIn(person.email(), "guess " + i);
        }
        limits.forgetNetworks();
    }

    private static void logOut(Browser browser) {
        browser.post("/logout", Map.of("_csrf", browser.csrfTokenOn("reset-password")));
    }
}
