package dev.latchkey.mail.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.Outbox;
import dev.latchkey.mail.fault.MailServerLog;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MoodySmtp;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail server that is set up wrongly: the operator hears of it, and nothing is lost. */
@LatchkeyTest
class FailingServerTest {

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxPump pump;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JavaMailSenderImpl mailSender;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    private final Logger logger = (Logger) LoggerFactory.getLogger(MailServerLog.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private MoodySmtp smtp;
    private int usualPort;

    @BeforeEach
    void anotherServer() throws IOException {
        pump.clear();
        // Whatever an earlier test has warned of is over
        clock.advance(Duration.ofMinutes(2));
        enqueue(List.of(people.member()));
        pump.run();
        pump.clear();
        usualPort = mailSender.getPort();
        smtp = new MoodySmtp();
        mailSender.setPort(smtp.port());
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void leaveNothing() throws IOException {
        logger.detachAppender(log);
        pump.clear();
        mailSender.setPort(usualPort);
        smtp.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT | 554 5.7.1 <ada@example.com>: Relay access denied | it refuses to relay",
                "RCPT | 553 5.7.1 <latchkey@example.com>: Sender address rejected: not owned | LATCHKEY_MAIL_FROM",
                "MAIL | 553 5.1.8 <latchkey@example.com>: Sender address rejected | LATCHKEY_MAIL_FROM",
                "CONNECT | 421 4.3.2 not now | takes no mail right now",
            })
    void FIELD_O6_FIELD_O7_what_can_be_put_right_is_one_warning_a_minute_ends_no_mail_and_is_over_with_one_line(
            String command, String reply, String remedy) {
        smtp.answer(command, reply);
        var recipients = Stream.generate(people::member).limit(3).toList();
        enqueue(recipients);
        pump.run();

        assertThat(linesOf(Level.WARN))
                .singleElement()
                .asString()
                .contains("smtp://127.0.0.1:" + smtp.port(), remedy, reply.replaceAll("<.*>", "<…>"))
                .doesNotContain("@");
        assertThat(states()).containsExactly("WAITING REFUSED " + reply);

        clock.advance(Duration.ofMinutes(1));
        pump.run();
        assertThat(linesOf(Level.WARN)).hasSize(2);
        assertThat(linesOf(Level.INFO)).isEmpty();

        smtp.answerAsUsual();
        clock.advance(Duration.ofHours(2));
        pump.run();
        assertThat(states()).containsExactly("SENT");
        assertThat(smtp.taken()).hasSize(3);
        assertThat(linesOf(Level.INFO)).singleElement().asString().contains("again, after 72");
    }

    @Test
    void FIELD_O6_a_mailbox_that_is_gone_ends_its_own_mail_and_is_no_trouble_of_the_server() {
        var gone = people.member();
        var there = people.member();
        smtp.refuse(Set.of(gone.email()));
        enqueue(List.of(gone, there));
        pump.run();

        assertThat(pump.statusesTo(gone)).containsExactly("FAILED");
        assertThat(pump.statusesTo(there)).containsExactly("SENT");
        assertThat(linesOf(Level.WARN)).singleElement().asString().contains("550 5.1.1");
        assertThat(linesOf(Level.INFO)).isEmpty();
    }

    private List<String> linesOf(Level level) {
        return log.list.stream()
                .filter(line -> line.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private List<String> states() {
        return jdbc.queryForList(
                "SELECT DISTINCT CONCAT_WS(' ', status, problem, NULLIF(failure, '')) FROM outbox_message",
                String.class);
    }

    private void enqueue(List<Person> recipients) {
        transaction.executeWithoutResult(status -> recipients.forEach(
                recipient -> outbox.enqueue(MailKind.plain("TWO_FACTOR_TURNED_ON"), recipient.id())));
    }
}
