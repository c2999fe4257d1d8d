package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Browser;
import dev.latchkey.support.CountedHashes;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.NotedStatements;
import dev.latchkey.support.People;
import dev.latchkey.support.TheAccount;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What a stranger with a list of addresses learns of who is a user: nothing. Time is compared by the work that takes it;
 * bench/SignInTiming.java measures it.
 */
@SecurityTest
class EnumerationTest {

    private static final String WRONG = "not the password";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private CountedHashes hashes;

    @Autowired
    private NotedStatements statements;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private TheAccount account;

    private final Map<String, String> emails = new LinkedHashMap<>();

    @BeforeEach
    void oneOfEachKind() {
        people.startOver();
        var administrator = people.administrator();
        people.enrol(administrator);
        emails.put("enrolled", administrator.email());
        emails.put("without second factor", people.member().email());
        emails.put("unknown", "nobody@example.com");
        emails.put("unknown, of a strange domain", "nobody@xn--bcher-kva.example");
        var disabled = people.member();
        people.disable(disabled);
        emails.put("disabled", disabled.email());
        var invited = people.member();
        people.makeInvited(invited);
        people.setName(invited, "");
        emails.put("invited", invited.email());
        var locked = people.member();
        people.enrol(locked);
        enrolments.lock(locked);
        emails.put("locked after a hundred wrong codes", locked.email());
        var pending = people.member();
        account.enforceBy(administrator);
        emails.put("with a secret still pending", pending.email());
        clock.toNextStep();
        // The first refusal of all prepares the hash that unknown users are held against
        new Browser(port).logIn("warm-up@example.com", WRONG);
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void AC_S_19_PEER_45_a_wrong_password_gets_the_same_answer_whoever_it_is_for() {
        assertAlike(email -> {
            var browser = new Browser(port);
            var refused = browser.logIn(email, WRONG);
            return List.of(bare(refused, email), bare(browser.show("login"), email));
        });
    }

    @Test
    void AC_S_19_PEER_45_a_right_password_of_somebody_who_may_not_sign_in_gets_that_answer_too() {
        assertThat(List.of("disabled", "unknown").stream().map(emails::get).map(email -> {
                    var browser = new Browser(port);
                    var refused = browser.logIn(email, People.PASSWORD);
                    return List.of(bare(refused, email), bare(browser.show("login"), email));
                }))
                .satisfies(answers -> assertThat(answers.getFirst()).isEqualTo(answers.getLast()));
    }

    @Test
    void AC_S_19_PEER_45_a_wrong_password_takes_one_hash_of_the_same_cost_whoever_it_is_for() {
        assertAlike(email -> {
            hashes.taken();
            new Browser(port).logIn(email, WRONG);
            var taken = hashes.taken();
            assertThat(taken).hasSize(1).first().asString().contains("argon2id").contains("m=19456,t=2,p=1");
            return taken;
        });
    }

    @Test
    void AC_S_19_PEER_45_a_wrong_password_has_the_database_do_the_same_whoever_it_is_for() {
        assertAlike(email -> {
            var browser = new Browser(port);
            var token = browser.csrfTokenOn("login");
            statements.taken();
            browser.post("/login", Map.of("username", email, "password", WRONG, "_csrf", token));
            var taken = statements.taken();
            assertThat(taken).hasSizeGreaterThan(3);
            return taken;
        });
    }

    @Test
    void FIELD_A1_a_password_that_is_too_long_is_a_wrong_one_with_its_answer_and_its_work() {
        var tooLong = "a" + "\u0315".repeat(600) + "\u0300".repeat(600);
        assertAlike(email -> {
            var wrong = bare(new Browser(port).logIn(email, WRONG), email);
            hashes.taken();
            assertThat(bare(new Browser(port).logIn(email, tooLong), email)).isEqualTo(wrong);
            var taken = hashes.taken();
            assertThat(taken).hasSize(1);
            return taken;
        });
    }

    private void assertAlike(Look look) {
        var seen = new LinkedHashMap<String, Object>();
        emails.forEach((kind, email) -> seen.put(kind, look.at(email)));

        var unknown = seen.get("unknown");
        assertThat(seen).allSatisfy((kind, what) -> assertThat(what).as(kind).isEqualTo(unknown));
    }

    /** Status, headers and body, without what is random or the clock's, and without what was typed. */
    private static String bare(HttpResponse<String> response, String email) {
        var headers = new TreeMap<>(response.headers().map());
        headers.keySet().removeAll(List.of("date", "set-cookie", "content-length"));
        return (response.statusCode() + "\n" + headers + "\n" + response.body().replace(email, "EMAIL"))
                .replaceAll("[A-Za-z0-9_=-]{90,}", "CSRF")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID");
    }

    private interface Look {
        Object at(String email);
    }
}
