package dev.latchkey.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People;
import dev.latchkey.user.access.Permission;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@LatchkeyTest
class RefusedExportTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    @AfterEach
    void nobody() {
        people.startOver();
    }

    @Test
    void an_export_is_in_the_audit_trail_and_a_refused_one_is_not() {
        var manager = people.memberWith(Permission.MANAGE_ACCOUNT);
        var auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);

        assertThat(export(manager)).isEqualTo(200);
        assertThat(export(auditor)).isEqualTo(404);

        assertThat(jdbc.queryForList(
                        "SELECT actor_id FROM audit_entry WHERE action = 'REFUSED_MAILS_EXPORTED' AND actor_id IN (?, ?)",
                        Long.class,
                        manager.id(),
                        auditor.id()))
                .containsExactly(manager.id());
    }

    private int export(People.Person person) {
        var browser = new Browser(port);
        browser.logIn(person.email(), People.PASSWORD);
        return browser.post(RefusedExport.PATH, Map.of("_csrf", browser.csrfTokenOn("profile")))
                .statusCode();
    }
}
