package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.Browser;
import dev.latchkey.support.MoodySmtp;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Enforcement while the mail server fails. */
@SecurityTest
class MailFaultsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private TheAccount account;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JavaMailSenderImpl mailSender;

    @Autowired
    private JdbcTemplate jdbc;

    private int usualPort;
    private Person administrator;

    @BeforeEach
    void anAdministratorWithAnApp() {
        people.startOver();
        administrator = people.administrator();
        people.enrol(administrator);
        clock.toNextStep();
        outbox.run();
        outbox.clear();
        usualPort = mailSender.getPort();
    }

    @AfterEach
    void leaveNothing() {
        mailSender.setPort(usualPort);
        account.lift();
        people.startOver();
        outbox.clear();
    }

    @Test
    void AC_R_03_enforcement_holds_while_no_mail_leaves_and_all_leave_within_two_hours_after() throws IOException {
        var member = people.member();
        try (var smtp = new MoodySmtp()) {
            smtp.answer("CONNECT", "421 4.3.2 not now");
            mailSender.setPort(smtp.port());
            account.enforceBy(administrator);
            for (var minute = 0; minute < 60; minute += 10) {
                clock.advance(Duration.ofMinutes(10));
                outbox.run();
            }

            assertThat(outbox.statusesTo(member)).containsExactly("WAITING");
            assertThat(Browser.leadsTo(new Browser(port).logIn(member.email(), People.PASSWORD)))
                    .as("the password alone opens nothing")
                    .contains("/login/verify");
            assertThat(jdbc.queryForObject("SELECT MAX(attempts) FROM outbox_message", Integer.class))
                    .as("less and less often")
                    .isLessThanOrEqualTo(6);

            smtp.answerAsUsual();
            clock.advance(Duration.ofHours(2));
            outbox.run();
            assertThat(smtp.taken()).containsKey(member.email());
        }
    }
}
