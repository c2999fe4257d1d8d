package dev.latchkey.signin.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.common.client.Device;
import dev.latchkey.signin.SignInProperties;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.StoredSessions;
import dev.latchkey.support.TheAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LatchkeyTest
class SessionRegistryTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    @LocalServerPort
    private int port;

    @Autowired
    private SessionRegistry registry;

    @Autowired
    private OwnSessions ownSessions;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TheAccount account;

    @Autowired
    private AuditLines trail;

    @Autowired
    private StoredSessions stored;

    private Browser browser;
    private Person person;

    @BeforeEach
    void newPersonAtNewBrowser() {
        browser = new Browser(port).withHeader("User-Agent", FIREFOX);
        person = people.member();
        clock.toNextStep();
    }

    @Test
    void a_session_is_listed_once_its_sign_in_is_complete_with_device_address_and_times() {
        var app = people.enrol(person);
        clock.toNextStep();
        browser.logIn(person.email(), People.PASSWORD);
        assertThat(sessions()).as("half a sign-in").isEmpty();
        var passwordAt = clock.instant();
        clock.advance(Duration.ofMinutes(1));

        browser.enterCode(app.code());

        assertThat(sessions()).singleElement().satisfies(session -> {
            assertThat(session.device()).isEqualTo(new Device("Firefox", "Linux"));
            assertThat(session.address()).startsWith("127.");
            assertThat(session.startedAt()).isEqualTo(passwordAt);
            assertThat(session.lastSeenAt()).isEqualTo(clock.instant());
            assertThat(session.current()).as("asked from nowhere").isFalse();
        });
        assertThat(browser.show("profile").body()).contains("Firefox on Linux", "This session");
    }

    @Test
    void a_sign_out_and_another_sign_in_in_the_same_browser_strike_the_session_out() {
        browser.logIn(person.email(), People.PASSWORD);
        var first = sessions().getFirst().id();
        browser.logIn(person.email(), People.PASSWORD);
        assertThat(sessions()).extracting(UserSession::id).hasSize(1).doesNotContain(first);

        browser.post("/logout", Map.of("_csrf", browser.csrfTokenOn("profile")));

        assertThat(stored.idsOf(person)).isEmpty();
    }

    @Test
    void a_session_whose_code_is_not_asked_for_any_more_is_listed_and_audited_like_any_other() {
        account.enforce();
        try {
            browser.logIn(person.email(), People.PASSWORD);
            assertThat(sessions()).isEmpty();
        } finally {
            account.lift();
        }

        assertThat(browser.open("/profile").statusCode()).isEqualTo(200);
        browser.open("/profile");

        assertThat(sessions()).hasSize(1);
        assertThat(trail.count("SIGNED_IN", person)).isOne();
    }

    @Test
    void when_it_was_seen_last_is_written_once_a_minute_at_most() {
        browser.logIn(person.email(), People.PASSWORD);
        var began = clock.instant();
        clock.advance(Duration.ofSeconds(59));
        browser.open("/profile");
        assertThat(lastSeen()).isEqualTo(began);

        clock.advance(Duration.ofSeconds(1));
        browser.open("/profile");

        assertThat(lastSeen()).isEqualTo(began.plusSeconds(60));
    }

    @Test
    void what_has_ended_is_neither_listed_nor_kept() {
        browser.logIn(person.email(), People.PASSWORD);
        var other = people.member();
        new Browser(port).logIn(other.email(), People.PASSWORD);
        people.endSessionsOf(other);
        assertThat(people.as(other, () -> ownSessions.of(other.id()))).isEmpty();
        clock.advance(Duration.ofMinutes(30));
        assertThat(sessions()).isEmpty();
        new Browser(port).logIn(person.email(), People.PASSWORD);

        registry.deleteExpired();

        assertThat(stored.idsOf(person)).hasSize(1);
        assertThat(stored.idsOf(other)).isEmpty();
    }

    @Test
    void an_unused_session_that_would_outlive_a_used_one_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignInProperties(30, List.of(), Duration.ofHours(1), Duration.ofHours(2)));
    }

    private List<UserSession> sessions() {
        return people.as(person, () -> ownSessions.of(person.id()));
    }

    private Instant lastSeen() {
        return sessions().getFirst().lastSeenAt();
    }
}
