package dev.latchkey.signin.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.common.RefusedException;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@LatchkeyTest
class EndingSessionsTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    @LocalServerPort
    private int port;

    @Autowired
    private OwnSessions ownSessions;

    @Autowired
    private SessionAdministration administration;

    @Autowired
    private People people;

    @Autowired
    private JdbcTemplate jdbc;

    private Person person;

    @BeforeEach
    void somebodySignedIn() {
        person = people.member();
        new Browser(port).withHeader("User-Agent", FIREFOX).logIn(person.email(), People.PASSWORD);
    }

    @Test
    void ones_own_are_ended_one_by_one_or_all_at_once_and_each_action_is_audited() {
        var address = ownAddress();
        people.does(person, () -> {
            var session = ownSessions.of(person.id()).getFirst();
            ownSessions.end(person.id(), session.id());
            assertThat(ownSessions.of(person.id())).isEmpty();
            ownSessions.end(person.id(), session.id());

            assertThat(ownSessions.endOthers(person.id())).isEqualTo(epoch());
        });

        assertThat(auditedBy(person))
                .containsExactly(
                        "SESSION_ENDED " + person.email() + " Firefox, Linux, " + address,
                        "SESSIONS_ENDED " + person.email());
    }

    @Test
    void an_administrator_ends_those_of_others_and_the_trail_says_who_did() {
        var administrator = people.administrator();
        var address = ownAddress();
        people.does(administrator, () -> {
            var session = administration.of(person.id()).getFirst();
            administration.end(administrator.id(), person.id(), session.id());
            assertThat(administration.of(person.id())).isEmpty();
            administration.end(administrator.id(), person.id(), session.id());
            var before = epoch();

            administration.endAll(administrator.id(), person.id());

            assertThat(epoch()).isGreaterThan(before);
        });

        assertThat(auditedBy(administrator))
                .containsExactly(
                        "SESSION_ENDED " + person.email() + " Firefox, Linux, " + address,
                        "SESSIONS_ENDED " + person.email());
    }

    @Test
    void of_a_user_who_has_been_removed_there_is_nothing_to_end() {
        var administrator = people.administrator();
        jdbc.update("DELETE FROM users WHERE id = ?", person.id());

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(
                        () -> people.does(administrator, () -> administration.endAll(administrator.id(), person.id())))
                .withMessage("access.refused.user-gone");
    }

    private String ownAddress() {
        return jdbc.queryForObject("SELECT address FROM user_session WHERE user_id = ?", String.class, person.id());
    }

    private long epoch() {
        return jdbc.queryForObject("SELECT session_epoch FROM users WHERE id = ?", Long.class, person.id());
    }

    private List<String> auditedBy(Person actor) {
        return jdbc.queryForList(
                "SELECT TRIM(CONCAT_WS(' ', action, subject, detail)) FROM audit_entry"
                        + " WHERE subject_id = ? AND actor_id = ? AND action LIKE 'SESSION%' ORDER BY id",
                String.class, person.id(), actor.id());
    }
}
