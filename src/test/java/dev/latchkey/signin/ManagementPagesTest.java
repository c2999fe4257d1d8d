package dev.latchkey.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import dev.latchkey.user.access.Permission;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LatchkeyTest
class ManagementPagesTest {

    private static final Map<String, Permission> PAGES = Map.of(
            "access-management/users", Permission.MANAGE_USERS_AND_GROUPS,
            "access-management/groups", Permission.MANAGE_USERS_AND_GROUPS,
            "access-management/authentication-settings", Permission.MANAGE_ACCOUNT,
            "access-management/audit-trail", Permission.VIEW_AUDIT_TRAIL);

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TheAccount account;

    private Browser browser;

    @BeforeEach
    void openBrowser() {
        people.startOver();
        browser = new Browser(port);
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void a_permission_opens_its_pages_and_shows_their_links_and_no_others(Permission permission) {
        browser.logIn(people.memberWith(permission).email(), People.PASSWORD);
        var profile = browser.show("profile").body();

        assertThat(PAGES).allSatisfy((page, needed) -> {
            assertThat(browser.open("/" + page).statusCode()).isEqualTo(needed == permission ? 200 : 404);
            assertThat(profile.contains(page)).isEqualTo(needed == permission);
            assertThat(browser.show(page).body().contains("have access to it")).isEqualTo(needed != permission);
        });
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void the_page_of_a_user_opens_where_the_list_of_users_does(Permission permission) {
        var person = people.memberWith(permission);
        browser.logIn(person.email(), People.PASSWORD);

        assertThat(browser.open("/access-management/users/" + person.id()).statusCode())
                .isEqualTo(permission == Permission.MANAGE_USERS_AND_GROUPS ? 200 : 404);
    }

    @Test
    void somebody_without_any_permission_sees_none_of_the_navigation() {
        browser.logIn(people.member().email(), People.PASSWORD);

        assertThat(browser.show("profile").body()).contains("User Profile").doesNotContain("Access Management");
    }

    @Test
    void a_permission_that_is_taken_away_is_gone_at_the_next_request() {
        var person = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        browser.logIn(person.email(), People.PASSWORD);
        assertThat(browser.open("/access-management/audit-trail").statusCode()).isEqualTo(200);
        people.takeFromAllGroups(person);

        assertThat(browser.open("/access-management/audit-trail").statusCode()).isEqualTo(404);
    }

    @Test
    void an_expired_secret_is_replaced_at_the_password_step() {
        enforce();
        var late = people.member();
        browser.logIn(late.email(), People.PASSWORD);
        outbox.run();
        var expired = Mailbox.scan(new Mailbox(late.email()).await(1, "your set-up code"), clock);
        clock.advance(Duration.ofHours(72));
        new Browser(port).logIn(late.email(), People.PASSWORD);
        outbox.run();

        browser.logIn(late.email(), People.PASSWORD);
        browser.enterCode(expired.code());
        assertThat(browser.open("/profile").statusCode()).isEqualTo(302);
        browser.enterCode(Mailbox.scan(new Mailbox(late.email()).await(2, "your set-up code"), clock)
                .code());
        assertThat(browser.open("/profile").statusCode()).isEqualTo(200);
    }

    @Test
    void a_forged_host_leads_no_mail_astray() throws IOException {
        enforce();
        var late = people.member();
        var token = browser.csrfTokenOn("login");
        postWithForgedHost(late, token);
        outbox.run();

        var mail = new Mailbox(late.email()).await(1, "your set-up code");
        assertThat(mail.html() + mail.text()).doesNotContain("evil.example").contains("https://latchkey.example/login");
    }

    private void postWithForgedHost(Person person, String token) throws IOException {
        var body = "username=" + encode(person.email()) + "&password=" + encode(People.PASSWORD) + "&_csrf="
                + encode(token);
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("POST /login HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                                    + "Cookie: " + browser.cookieHeader()
                                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n"
                                    + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).contains("Location: /login/verify").doesNotContain("evil.example");
        }
    }

    private void enforce() {
        var administrator = people.administrator();
        people.enrol(administrator);
        clock.toNextStep();
        account.enforceBy(administrator);
        outbox.run();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
