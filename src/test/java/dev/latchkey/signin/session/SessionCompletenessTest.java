package dev.latchkey.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.AuditLines;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.OutcomeTable;
import dev.latchkey.support.People;
import dev.latchkey.support.StoredSessions;
import dev.latchkey.support.TheAccount;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What becomes of a session while the enforcement comes and goes: whether it is complete is stored, and never worked out again. */
@LatchkeyTest
class SessionCompletenessTest {

    /** Rows: how far the sign-in is while everybody needs a code. Columns: what happens, step by step. */
    private static final String TABLE = """
            session       | page | lift, page | lift, enforce, page | lift, page, enforce, page | lift, enforce, knock, page | lift, enforce, wait, page | lift, wait, page
            half          | code | in         | code                | in in                     | code                       | login                     | login
            password only | in   | in         | in                  | in in                     | in                         | in                        | in
            both factors  | in   | in         | in                  | in in                     | in                         | in                        | in
            ended         | login | login     | login               | login login               | login                      | login                     | login
            """;

    private static final Duration HALF_SIGNED_IN_LIFE = Duration.ofMinutes(5);

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TheAccount account;

    @Autowired
    private StoredSessions stored;

    @Autowired
    private AuditLines trail;

    @BeforeEach
    void nobody() {
        people.startOver();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void FIELD_T1_a_code_that_is_owed_is_owed_until_it_is_given_or_the_rule_as_it_stands_asks_for_none() {
        OutcomeTable.of(TABLE).mustHold(this::outcome);
    }

    @Test
    void FIELD_T1_the_trail_tells_no_login_where_there_was_none() {
        var browser = session("half");
        var before = trail.count("SIGNED_IN");

        happen(browser, "lift");
        happen(browser, "enforce");
        happen(browser, "page");

        assertThat(trail.count("SIGNED_IN")).isEqualTo(before);
    }

    private String outcome(String session, String events) {
        var browser = session(session);
        return Arrays.stream(events.split(", "))
                .map(event -> happen(browser, event))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private Browser session(String kind) {
        var person = people.member();
        var browser = new Browser(port);
        if ("both factors".equals(kind)) {
            var app = people.enrol(person);
            clock.toNextStep();
            account.enforce();
            browser.logIn(person.email(), People.PASSWORD);
            browser.enterCode(app.code());
            return browser;
        }
        if ("half".equals(kind)) {
            account.enforce();
        } else {
            happen(browser, "lift");
        }
        browser.logIn(person.email(), People.PASSWORD);
        if ("ended".equals(kind)) {
            browser.open("/profile");
            stored.removeThoseOf(person);
        }
        account.enforce();
        return browser;
    }

    private String happen(Browser browser, String event) {
        switch (event) {
            case "lift" -> account.lift();
            case "enforce" -> account.enforce();
            case "wait" -> clock.advance(HALF_SIGNED_IN_LIFE);
            case "knock" -> {
                browser.ask("POST", "/?v-r=heartbeat&v-uiId=0");
                browser.open("/styles/pages.css");
                browser.open("/VAADIN/build/none.js");
            }
            case "page" -> {
                return place(browser.open("/profile").statusCode(), Browser.leadsTo(browser.open("/profile")));
            }
            default -> throw new IllegalArgumentException(event);
        }
        return "";
    }

    private static String place(int status, String leadsTo) {
        if (status == 200) {
            return "in";
        }
        return leadsTo.startsWith("/login/verify") ? "code" : "login";
    }
}
