package dev.latchkey.mail.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.latchkey.demo.ReadableMail;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.MailKind.Nothing;
import dev.latchkey.mail.Outbox;
import dev.latchkey.mail.OutboxMessage;
import dev.latchkey.mail.delivery.DeliveryFailure;
import dev.latchkey.mail.delivery.DeliveryProblem;
import dev.latchkey.support.DatabaseOwner;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.RealServers;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.ConnectException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

@LatchkeyTest
class OutboxTest {

    private static final MailKind<Nothing> NOTICE = MailKind.plain("TWO_FACTOR_TURNED_ON");

    private static final MailKind<Nothing> UNKNOWN = MailKind.plain("NO_SUCH_KIND");

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxClaims claims;

    @Autowired
    private OutboxSender sender;

    @Autowired
    private OutboxRetention retention;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Environment environment;

    @Autowired
    private OutboxPump pump;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void leaveNothing() {
        pump.clear();
    }

    @Test
    void a_message_is_taken_only_in_the_transaction_of_what_caused_it() {
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> outbox.enqueue(NOTICE, 1));
    }

    @Test
    void what_is_rolled_back_is_not_sent() {
        var person = people.member();
        transaction.executeWithoutResult(status -> {
            outbox.enqueue(NOTICE, person.id());
            status.setRollbackOnly();
        });

        assertThat(pump.statusesTo(person).size()).isZero();
    }

    @Test
    void html_and_plain_text_say_the_same_and_lead_to_the_public_address_alone() throws Exception {
        var person = people.member();
        enqueue(NOTICE, person.id());
        sender.sendDue();

        var message = RealServers.mail().await(mail -> isTo(mail, person.email()), Duration.ofSeconds(20));
        var mail = ReadableMail.of("", message);

        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.html())
                .contains("two-factor authentication is on")
                .doesNotContain("data:", "http://", "<script");
        assertThat(HtmlUtils.htmlUnescape(mail.html().replaceAll("(?s)<style>.*</style>|<title>.*</title>|<[^>]+>", ""))
                        .replaceAll("\\s+", ""))
                .isEqualTo(("Example Inc"
                                + mail.text().replace(":\r\nhttps", "https").replace(":\nhttps", "https"))
                        .replaceAll("\\s+", ""));
        assertThat(mail.text()).contains("https://latchkey.example/profile");
    }

    @Test
    void what_one_node_is_claiming_another_passes_over_without_waiting() {
        // Due when the scheduler of this very node does not look yet
        var tomorrow = clock.instant().plus(Duration.ofDays(1));
        jdbc.update(
                "INSERT INTO outbox_message (kind, recipient_id, created_at, next_attempt_at) VALUES (?, ?, ?, ?)",
                NOTICE.name(),
                people.member().id(),
                Timestamp.from(clock.instant()),
                Timestamp.from(tomorrow));
        var lease = Duration.ofMinutes(5);
        var otherNode = new TransactionTemplate(transaction.getTransactionManager());
        otherNode.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            var mine = ids(claims.claim(tomorrow, lease, 1_000));
            var theirs = otherNode.execute(inner -> ids(claims.claim(tomorrow, lease, 1_000)));
            assertThat(mine).isNotEmpty();
            assertThat(theirs).doesNotContainAnyElementsOf(mine);
            status.setRollbackOnly();
        });
    }

    @Test
    void what_is_claimed_is_claimed_again_only_when_the_lease_has_run_out() {
        var person = people.member();
        var lease = Duration.ofMinutes(5);
        transaction.executeWithoutResult(status -> {
            outbox.enqueue(NOTICE, person.id());
            var now = clock.instant();
            var claimed = ids(claims.claim(now, lease, 1_000));
            assertThat(claimed).isNotEmpty();
            assertThat(claims.claim(now.plus(lease).minusSeconds(1), lease, 1_000))
                    .isEmpty();
            assertThat(ids(claims.claim(now.plus(lease), lease, 1_000))).containsAll(claimed);
            status.setRollbackOnly();
        });
    }

    @Test
    void a_message_to_somebody_who_is_gone_is_not_sent() {
        enqueue(NOTICE, Long.MAX_VALUE);
        sender.sendDue();

        await().untilAsserted(() -> assertThat(statusOf(Long.MAX_VALUE)).isEqualTo("SUPERSEDED"));
    }

    @Test
    void FIELD_T8_a_message_of_a_kind_that_this_node_does_not_know_is_left_to_a_newer_one_and_holds_no_other_up() {
        var person = people.member();
        enqueue(UNKNOWN, Long.MAX_VALUE - 1);
        enqueue(NOTICE, person.id());
        sender.sendDue();

        await().untilAsserted(() -> assertThat(stateOf(Long.MAX_VALUE - 1)).isEqualTo("WAITING NOT_COMPOSED"));
        RealServers.mail().await(mail -> isTo(mail, person.email()), Duration.ofSeconds(20));
    }

    @Test
    void FIELD_T8_what_cannot_be_composed_for_five_days_is_given_up_with_a_reason() {
        enqueue(UNKNOWN, Long.MAX_VALUE - 2);
        sender.sendDue();
        var begun = clock.instant();
        await().until(() -> stateOf(Long.MAX_VALUE - 2).equals("WAITING NOT_COMPOSED"));
        while (stateOf(Long.MAX_VALUE - 2).startsWith("WAITING")) {
            clock.advance(Duration.ofMinutes(73));
            sender.sendDue();
            await().until(() -> !stateOf(Long.MAX_VALUE - 2).endsWith("claimed"));
        }

        assertThat(stateOf(Long.MAX_VALUE - 2)).isEqualTo("FAILED NOT_COMPOSED");
        assertThat(Duration.between(begun, clock.instant())).isBetween(Duration.ofDays(4), Duration.ofDays(6));
    }

    @Test
    void FIELD_T8_an_address_that_no_mail_can_go_to_is_refused_for_good() {
        var person = people.member();
        people.setEmail(person, "a b@@example.com");
        enqueue(NOTICE, person.id());
        sender.sendDue();

        await().untilAsserted(() -> assertThat(stateOf(person.id())).isEqualTo("FAILED NO_ADDRESS"));
    }

    @Test
    void FIELD_T8_a_refusal_of_anything_but_the_recipient_may_be_put_right() {
        var wrongSender = new MessagingException("550 5.7.1 not from you");
        var nobodyThere = new MessagingException("could not connect", new ConnectException("Connection refused"));

        assertThat(DeliveryFailure.of(wrongSender))
                .isEqualTo(new DeliveryFailure(DeliveryProblem.REFUSED, false, "550 5.7.1 not from you"));
        assertThat(DeliveryFailure.of(nobodyThere))
                .isEqualTo(new DeliveryFailure(DeliveryProblem.UNREACHABLE, false, ""));
        assertThat(DeliveryFailure.of(new IllegalStateException()))
                .as("a reason is a sentence or the server's words, never the name of a class")
                .isEqualTo(new DeliveryFailure(DeliveryProblem.UNREACHABLE, false, ""));
    }

    @Test
    void FIELD_T9_what_was_taken_and_cannot_be_noted_yet_is_not_sent_again_meanwhile() {
        var person = people.member();
        var owner = DatabaseOwner.of(environment);
        owner.execute("CREATE TRIGGER fault BEFORE UPDATE ON outbox_message FOR EACH ROW IF NEW.status = 'SENT' THEN"
                + " SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 1114, MESSAGE_TEXT = 'the table is full'; END IF");
        try {
            enqueue(NOTICE, person.id());
            new Mailbox(person.email()).await(1, "is on");
            clock.advance(MailAttempt.LEASE.plusSeconds(1));
            sender.sendDue();
            sender.sendDue();
        } finally {
            owner.execute("DROP TRIGGER fault");
        }
        await().untilAsserted(() -> assertThat(stateOf(person.id())).isEqualTo("SENT"));
        assertThat(new Mailbox(person.email()).mails()).hasSize(1);
    }

    @Test
    void FIELD_T9_of_several_runs_at_once_one_notes_what_was_taken() throws Exception {
        var person = people.member();
        var owner = DatabaseOwner.of(environment);
        owner.execute("CREATE TABLE noted (id BIGINT)");
        owner.execute("CREATE TRIGGER fault BEFORE UPDATE ON outbox_message FOR EACH ROW IF NEW.status = 'SENT' THEN"
                + " SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 1114, MESSAGE_TEXT = 'the table is full'; END IF");
        try {
            enqueue(NOTICE, person.id());
            new Mailbox(person.email()).await(1, "is on");
            owner.execute("CREATE OR REPLACE TRIGGER fault BEFORE UPDATE ON outbox_message FOR EACH ROW"
                    + " IF NEW.status = 'SENT' THEN INSERT INTO noted VALUES (NEW.id); DO SLEEP(0.3); END IF");
            Parallel.times(4, () -> {
                sender.sendDue();
                return true;
            });

            assertThat(owner.queryForList("SELECT id FROM noted", Long.class)).hasSize(1);
        } finally {
            owner.execute("DROP TRIGGER fault");
            owner.execute("DROP TABLE noted");
        }
        assertThat(stateOf(person.id())).isEqualTo("SENT");
    }

    @Test
    void what_was_settled_long_ago_is_deleted_and_what_waits_is_not() {
        var person = people.member();
        var waiting = people.member();
        enqueue(NOTICE, person.id());
        sender.sendDue();
        await().until(() -> stateOf(person.id()).startsWith("SENT"));
        jdbc.update(
                "INSERT INTO outbox_message (kind, recipient_id, created_at, next_attempt_at) VALUES (?, ?, ?, ?)",
                NOTICE.name(),
                waiting.id(),
                Timestamp.from(clock.instant()),
                Timestamp.from(clock.instant().plus(Duration.ofDays(365))));
        clock.advance(Duration.ofDays(90));
        retention.deleteOld();
        assertThat(count(person.id())).isOne();

        clock.advance(Duration.ofSeconds(1));
        retention.deleteOld();
        assertThat(count(person.id())).isZero();
        assertThat(count(waiting.id())).isOne();
    }

    private int count(long recipient) {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM outbox_message WHERE recipient_id = ?", Integer.class, recipient);
    }

    private String stateOf(long recipient) {
        return jdbc.queryForObject(
                "SELECT CONCAT_WS(' ', status, problem, IF(lease_until IS NULL, NULL, 'claimed')) FROM outbox_message WHERE recipient_id = ?",
                String.class,
                recipient);
    }

    private void enqueue(MailKind<Nothing> kind, long recipient) {
        transaction.executeWithoutResult(status -> outbox.enqueue(kind, recipient));
    }

    private static List<Long> ids(List<OutboxMessage> messages) {
        return messages.stream().map(OutboxMessage::id).toList();
    }

    private String statusOf(long recipient) {
        return jdbc.queryForObject("SELECT status FROM outbox_message WHERE recipient_id = ?", String.class, recipient);
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
