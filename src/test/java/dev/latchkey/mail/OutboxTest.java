package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.latchkey.demo.ReadableMail;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.RealServers;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@LatchkeyTest
class OutboxTest {

    private static final String NOTICE = "TWO_FACTOR_TURNED_ON";

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxRepository repository;

    @Autowired
    private OutboxSender sender;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void leaveNothing() {
        jdbc.update("DELETE FROM outbox_message");
    }

    @Test
    void a_message_is_taken_only_in_the_transaction_of_what_caused_it() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> outbox.enqueue(NOTICE, 1, 0));
    }

    @Test
    void what_is_rolled_back_is_not_sent() {
        var person = people.member();
        transaction.executeWithoutResult(status -> {
            outbox.enqueue(NOTICE, person.id(), 0);
            status.setRollbackOnly();
        });

        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM outbox_message WHERE recipient_id = ?", Integer.class, person.id()))
                .isZero();
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
        assertThat(mail.html()
                        .replaceAll("(?s)<style>.*</style>|<title>.*</title>|<[^>]+>", "")
                        .replaceAll("\\s+", ""))
                .isEqualTo(
                        ("Latchkey" + mail.text().replace(":\r\nhttps", "https").replace(":\nhttps", "https"))
                                .replaceAll("\\s+", ""));
        assertThat(mail.text()).contains("https://latchkey.example/profile");
    }

    @Test
    void what_one_node_is_claiming_another_passes_over_without_waiting() {
        // Due when the scheduler of this very node does not look yet
        var tomorrow = clock.instant().plus(Duration.ofDays(1));
        jdbc.update(
                "INSERT INTO outbox_message (kind, recipient_id, created_at, next_attempt_at) VALUES (?, ?, ?, ?)",
                NOTICE,
                people.member().id(),
                Timestamp.from(clock.instant()),
                Timestamp.from(tomorrow));
        var lease = Duration.ofMinutes(5);
        var otherNode = new TransactionTemplate(transaction.getTransactionManager());
        otherNode.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            var mine = ids(repository.claim(tomorrow, lease, 1_000));
            var theirs = otherNode.execute(inner -> ids(repository.claim(tomorrow, lease, 1_000)));
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
            outbox.enqueue(NOTICE, person.id(), 0);
            var now = clock.instant();
            var claimed = ids(repository.claim(now, lease, 1_000));
            assertThat(claimed).isNotEmpty();
            assertThat(repository.claim(now.plus(lease).minusSeconds(1), lease, 1_000))
                    .isEmpty();
            assertThat(ids(repository.claim(now.plus(lease), lease, 1_000))).containsAll(claimed);
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
    void a_message_of_a_kind_that_nobody_composes_fails_alone() {
        var person = people.member();
        enqueue("NO_SUCH_KIND", Long.MAX_VALUE - 1);
        enqueue(NOTICE, person.id());
        sender.sendDue();

        await().untilAsserted(() -> assertThat(statusOf(Long.MAX_VALUE - 1)).isEqualTo("FAILED"));
        RealServers.mail().await(mail -> isTo(mail, person.email()), Duration.ofSeconds(20));
    }

    private void enqueue(String kind, long recipient) {
        transaction.executeWithoutResult(status -> outbox.enqueue(kind, recipient, 0));
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
