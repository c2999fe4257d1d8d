package dev.latchkey.signin.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Organisation;
import dev.latchkey.common.Versioned;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.NotedStatements;
import dev.latchkey.support.People;
import dev.latchkey.user.settings.OrganisationSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever logs in sees where, and as whom. */
@LatchkeyTest
class OrganisationOnPagesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private MovableClock clock;

    @Autowired
    private NotedStatements statements;

    @BeforeEach
    void anInstallation() {
        people.startOver();
    }

    @AfterEach
    void asBefore() {
        rename("Example Inc");
        people.startOver();
    }

    @Test
    void the_login_page_names_the_organisation_at_once_and_without_a_query() {
        rename("R & D <Labs>");
        var browser = new Browser(port);
        browser.open("/login");
        statements.taken();

        assertThat(browser.open("/login").body()).contains("<bdi>R &amp; D &lt;Labs&gt;</bdi>");
        assertThat(statements.taken()).isEmpty();
    }

    @Test
    void the_challenge_names_the_address_and_the_entry_in_the_app() {
        var person = people.member();
        people.enrol(person);
        clock.toNextStep();
        var browser = new Browser(port);

        browser.logIn(person.email(), People.PASSWORD);

        assertThat(browser.open("/login/verify").body())
                .contains(
                        "You&#39;re logging in to Example Inc as " + person.email(),
                        "look for Example Inc (" + person.email() + ")");
    }

    private void rename(String name) {
        var administrator = people.administrator();
        people.does(
                administrator,
                () -> settings.change(
                        administrator.id(),
                        new Versioned<>(settings.organisation().version(), new Organisation(name, ""))));
    }
}
