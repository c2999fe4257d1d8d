package dev.latchkey.mail.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.Outbox;
import dev.latchkey.support.AnotherNode;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MoodySmtp;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** A node that stops while it sends. */
@LatchkeyTest
class OutboxShutdownTest {

    private static final int MAILS = 122;

    @Autowired
    private Outbox outbox;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Environment environment;

    @Autowired
    private JavaMailSenderImpl mailSender;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private OutboxPump pump;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void leaveNothing() {
        pump.clear();
    }

    /** The clock stands still meanwhile: whatever is not handed back waits for its lease for ever. */
    @Test
    void FIELD_T9_a_node_that_stops_notes_what_was_taken_and_hands_the_rest_over_so_that_each_mail_leaves_once()
            throws Exception {
        pump.clear();
        var recipients = Stream.generate(people::member).limit(MAILS).toList();
        var port = mailSender.getPort();
        try (var here = new MoodySmtp();
                var there = new MoodySmtp();
                var node = AnotherNode.beside(environment, clock, "spring.mail.port=" + there.port())) {
            mailSender.setPort(here.port());
            here.takeOnly(0);
            there.takeOnly(5);
            transaction.executeWithoutResult(status -> outbox.enqueueForAll(
                    MailKind.plain("TWO_FACTOR_TURNED_ON"),
                    recipients.stream().map(Person::id).toList(),
                    MailKind.Nothing.NOTHING));
            await().until(() -> here.keepsSomebodyWaiting() && there.keepsSomebodyWaiting());

            var stopping = Thread.ofVirtual().start(node::close);
            await().until(node::isStopping);
            there.goOn();
            stopping.join(Duration.ofSeconds(60));
            assertThat(there.taken()).as("the mail at hand, and no more").hasSize(6);
            here.goOn();

            await().atMost(Duration.ofSeconds(60)).until(() -> sent() == MAILS);
            var taken = new HashMap<>(here.taken());
            there.taken().forEach((address, count) -> taken.merge(address, count, Integer::sum));
            assertThat(taken).isEqualTo(recipients.stream().collect(Collectors.toMap(Person::email, person -> 1)));
            assertThat(statuses()).containsExactly("SENT");
        } finally {
            mailSender.setPort(port);
        }
    }

    private int sent() {
        return jdbc.queryForObject("SELECT COUNT(*) FROM outbox_message WHERE status = 'SENT'", Integer.class);
    }

    private List<String> statuses() {
        return jdbc.queryForList("SELECT DISTINCT status FROM outbox_message", String.class);
    }
}
