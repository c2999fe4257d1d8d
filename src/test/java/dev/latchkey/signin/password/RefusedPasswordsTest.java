package dev.latchkey.signin.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.AuditLines;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.NotedStatements;
import dev.latchkey.support.People;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody can delete a line of the audit trail, so strangers shall not make as many as they like. */
@LatchkeyTest
class RefusedPasswordsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private RefusedPasswords refused;

    @Autowired
    private NotedStatements statements;

    @Autowired
    private MovableClock clock;

    @Autowired
    private AuditLines trail;

    private long before;

    @BeforeEach
    void nobody() {
        people.startOver();
        before = trail.latestId();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void FIELD_A12_a_flood_for_unknown_addresses_makes_few_lines_and_one_that_says_how_many_more() {
        strangersGuess(35);

        assertThat(lines()).hasSize(10).containsOnly("PASSWORD_REFUSED");
        refused.sumUp();
        assertThat(lines()).as("within the hour").hasSize(10);

        clock.advance(RefusedPasswords.PERIOD);
        refused.sumUp();
        refused.sumUp();
        assertThat(lines()).hasSize(11).endsWith("PASSWORDS_REFUSED  25");
        strangersGuess(1);
        assertThat(lines()).as("a new hour").hasSize(12).endsWith("PASSWORD_REFUSED");
    }

    @Test
    void FIELD_A12_a_few_have_lines_of_their_own_and_no_sum() {
        strangersGuess(10);

        clock.advance(RefusedPasswords.PERIOD);
        refused.sumUp();

        assertThat(lines()).hasSize(10).containsOnly("PASSWORD_REFUSED");
    }

    @Test
    void FIELD_A12_whatever_is_tried_for_nobody_each_wrong_password_of_a_user_has_its_line() {
        var person = people.member();
        strangersGuess(12);

        IntStream.range(0, 5).forEach(i -> new Browser(port).logIn(person.email(), "wrong password"));

        assertThat(lines()).hasSize(15).endsWith("PASSWORD_REFUSED " + person.email());
        clock.advance(RefusedPasswords.PERIOD);
        refused.sumUp();
        assertThat(lines()).as("a user's are not counted twice").endsWith("PASSWORDS_REFUSED  2");
    }

    @Test
    void FIELD_A12_with_and_without_a_line_the_database_does_the_same() {
        var person = people.member();
        strangersGuess(12);

        assertThat(statementsOf("nobody@example.com")).isEqualTo(statementsOf(person.email()));
    }

    private List<String> statementsOf(String email) {
        var browser = new Browser(port);
        var token = browser.csrfTokenOn("login");
        statements.taken();
        browser.post("/login", Map.of("username", email, "password", "wrong password", "_csrf", token));
        var taken = statements.taken();
        assertThat(taken).anyMatch(statement -> statement.contains("audit_entry"));
        return taken;
    }

    private void strangersGuess(int times) {
        IntStream.range(0, times).forEach(i -> new Browser(port).logIn("guess" + i + "@example.com", "wrong password"));
    }

    private List<String> lines() {
        return trail.after(before).stream().map(AuditLines.Line::inShort).toList();
    }
}
