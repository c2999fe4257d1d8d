package dev.latchkey.security;

import static dev.latchkey.support.Browser.leadsTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.account.SecretDelivery;
import dev.latchkey.signin.session.OwnSessions;
import dev.latchkey.signin.session.SessionAdministration;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.StoredSessions;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.reset.TwoFactorReset;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.administration.UserAdministration;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;

@SecurityTest
class EndedSessionTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private OwnSessions ownSessions;

    @Autowired
    private SessionAdministration sessions;

    @Autowired
    private UserAdministration users;

    @Autowired
    private TwoFactorReset reset;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TheAccount account;

    @Autowired
    private AuditLines trail;

    @Autowired
    private StoredSessions stored;

    private Person administrator;
    private Person person;
    private AuthenticatorApp app;
    private Browser browser;

    @BeforeEach
    void anAdministratorAndSomebodySignedIn() {
        people.startOver();
        administrator = people.administrator();
        signSomebodyIn();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void AC_S_17_whatever_ends_a_session_its_open_page_is_refused_at_the_next_click_and_told_why() {
        var actions = new LinkedHashMap<String, Consumer<Long>>();
        actions.put("End", session -> people.does(person, () -> ownSessions.end(person.id(), session)));
        actions.put("End all others", session -> people.does(person, () -> ownSessions.endOthers(person.id())));
        actions.put(
                "an administrator's End",
                session -> does(() -> sessions.end(administrator.id(), person.id(), session)));
        actions.put(
                "an administrator's End all", session -> does(() -> sessions.endAll(administrator.id(), person.id())));
        actions.put(
                "a reset",
                session -> does(() -> reset.reset(administrator.id(), person.id(), SecretDelivery.BY_EMAIL)));
        actions.put("being disabled", session -> does(() -> users.disable(administrator.id(), person.id())));
        actions.put(
                "being removed",
                session -> does(() -> users.remove(administrator.id(), person.id(), UserStatus.ACTIVE)));

        assertThat(actions).allSatisfy((name, action) -> {
            signSomebodyIn();
            var page = browser.loadPage("profile");
            assertThat(browser.navigateInside(page, "profile").body()).as(name).contains(person.email());
            page = browser.loadPage("profile");

            action.accept(stored.idsOf(person).getFirst());

            assertThat(browser.navigateInside(page, "profile").body())
                    .as(name)
                    .contains("sessionExpired")
                    .doesNotContain(person.email());
            assertThat(leadsTo(browser.open("/profile"))).as(name).startsWith("/login");
        });
    }

    @Test
    void AC_S_17_the_first_page_after_the_end_is_the_login_that_says_so() {
        does(() -> sessions.endAll(administrator.id(), person.id()));

        assertThat(leadsTo(browser.open("/profile"))).isEqualTo("/login?ended");
    }

    @Test
    void AC_S_17_it_says_so_too_where_an_open_page_has_asked_before_as_pages_do_by_themselves_and_when_they_are_left() {
        var asks = new LinkedHashMap<String, UnaryOperator<HttpResponse<String>>>();
        asks.put("a notice that closes", page -> browser.navigateInside(page, "profile"));
        asks.put("a heartbeat", page -> browser.heartbeat(page));
        asks.put("leaving", page -> browser.leave(page));
        asks.put("a page that was loading when the session ended", page -> browser.loadPage("profile"));
        asks.put("another page", page -> browser.open(leadsTo(browser.open("/profile"))));

        assertThat(asks).allSatisfy((name, ask) -> {
            signSomebodyIn();
            var page = browser.loadPage("profile");
            does(() -> sessions.endAll(administrator.id(), person.id()));

            ask.apply(page);

            assertThat(leadsTo(browser.open("/profile"))).as(name).isEqualTo("/login?ended");
        });
    }

    @Test
    void AC_S_17_ending_one_session_leaves_the_others_of_the_user_and_everybody_elses_alone() {
        clock.toNextStep();
        var second = new Browser(port);
        second.logIn(person.email(), People.PASSWORD);
        second.enterCode(app.code());
        var first = stored.idsOf(person).getFirst();
        people.does(administrator, () -> ownSessions.end(administrator.id(), first));
        assertThat(browser.open("/profile").statusCode())
                .as("not theirs to end")
                .isEqualTo(200);

        people.does(person, () -> ownSessions.end(person.id(), first));

        assertThat(leadsTo(browser.open("/profile"))).isEqualTo("/login?ended");
        assertThat(second.open("/profile").statusCode()).isEqualTo(200);
        assertThat(trail.actionsOn(person, "SESSION")).containsExactly("SESSION_ENDED");
    }

    @Test
    void AC_S_17_other_peoples_sessions_take_the_permission() {
        var auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);

        assertThat(Map.<String, Runnable>of(
                        "look", () -> sessions.of(person.id()),
                        "end", () -> sessions.end(auditor.id(), person.id(), 1),
                        "end all", () -> sessions.endAll(auditor.id(), person.id()),
                        "in somebody's name", () -> sessions.endAll(administrator.id(), person.id()),
                        "own, of another", () -> ownSessions.endOthers(person.id())))
                .allSatisfy((name, action) -> assertThatExceptionOfType(AccessDeniedException.class)
                        .as(name)
                        .isThrownBy(() -> people.does(auditor, action)));
    }

    @Test
    void PEER_37_a_session_with_the_password_alone_does_not_outlive_the_first_code_of_an_emailed_secret() {
        people.enrol(administrator);
        var member = people.member();
        var withPasswordAlone = new Browser(port);
        withPasswordAlone.logIn(member.email(), People.PASSWORD);
        var page = withPasswordAlone.loadPage("profile");
        clock.toNextStep();
        account.enforce();
        var elsewhere = new Browser(port);
        elsewhere.logIn(member.email(), People.PASSWORD);
        var mailed =
                new AuthenticatorApp(Mailbox.keyOf(new Mailbox(member.email()).await(1, "your set-up code")), clock);

        elsewhere.enterCode(mailed.code());

        assertThat(elsewhere.open("/profile").statusCode()).isEqualTo(200);
        assertThat(withPasswordAlone.navigateInside(page, "profile").body()).doesNotContain(member.email());
        assertThat(leadsTo(withPasswordAlone.open("/profile"))).startsWith("/login");
    }

    @Test
    void PEER_39_AC_V_13_another_users_password_in_the_same_browser_closes_the_first_ones_pages_and_is_no_code() {
        var page = browser.loadPage("profile");
        var other = people.member();
        var othersApp = people.enrol(other);
        clock.toNextStep();

        assertThat(leadsTo(browser.logIn(other.email(), People.PASSWORD))).isEqualTo("/login/verify");

        assertThat(leadsTo(browser.open("/profile"))).isEqualTo("/login/verify");
        assertThat(browser.navigateInside(page, "profile").body())
                .doesNotContain(person.email())
                .doesNotContain(other.email());
        browser.enterCode(othersApp.code());
        assertThat(browser.navigateInside(page, "profile").body())
                .as("with both factors")
                .doesNotContain(person.email())
                .doesNotContain(other.email());
        assertThat(browser.show("profile").body()).contains(other.email());
    }

    @Test
    void AC_V_13_a_form_of_the_code_step_is_dead_after_it() {
        clock.toNextStep();
        var another = new Browser(port);
        another.logIn(person.email(), People.PASSWORD);
        var stale = another.csrfTokenOn("login/verify");

        another.enterCode(app.code());

        assertThat(leadsTo(another.post("/login/verify", Map.of("code", app.code(), "_csrf", stale))))
                .as("it goes on where the session is")
                .isEqualTo("/");
        assertThat(another.open("/profile").statusCode()).isEqualTo(200);
    }

    @Test
    void AC_V_04_an_open_page_of_the_administration_answers_no_click_once_its_session_or_its_permission_is_gone() {
        var second = people.administrator();
        browser.logIn(second.email(), People.PASSWORD);
        assertThat(browser.show("access-management/users").body()).contains(person.email());
        var page = browser.loadPage("access-management/users");
        people.takeFromAllGroups(second);
        assertThat(browser.navigateInside(page, "access-management/users").body())
                .as("without the permission")
                .doesNotContain(person.email());
        people.makeAdministrator(second);
        page = browser.loadPage("access-management/users");

        does(() -> sessions.endAll(administrator.id(), second.id()));

        assertThat(browser.navigateInside(page, "access-management/users").body())
                .contains("sessionExpired")
                .doesNotContain(person.email());
    }

    private void signSomebodyIn() {
        person = people.member();
        app = people.enrol(person);
        clock.toNextStep();
        browser = new Browser(port);
        browser.logIn(person.email(), People.PASSWORD);
        browser.enterCode(app.code());
    }

    private void does(Runnable action) {
        people.does(administrator, action);
    }
}
