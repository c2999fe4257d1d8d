package dev.latchkey.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.AuditLines;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Refusals;
import dev.latchkey.support.StoredSessions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

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
    private AuditLines trail;

    @Autowired
    private StoredSessions stored;

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
        people.remove(person);

        Refusals.assertRefused(
                () -> people.does(administrator, () -> administration.endAll(administrator.id(), person.id())),
                "access.refused.user-gone");
    }

    private String ownAddress() {
        return stored.addressOf(person);
    }

    private long epoch() {
        return people.epochOf(person);
    }

    private List<String> auditedBy(Person actor) {
        return trail.on(person).stream()
                .filter(line -> line.isBy(actor) && line.action().startsWith("SESSION"))
                .map(AuditLines.Line::inShort)
                .toList();
    }
}
