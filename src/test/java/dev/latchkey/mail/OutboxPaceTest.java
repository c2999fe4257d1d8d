package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Refusals;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.invitation.Invitations;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody's mailbox is filled by what one person does again and again, and no notice is lost for that. */
@LatchkeyTest
class OutboxPaceTest {

    private static final MailKind<Long> NOTICE = new MailKind<>("RECOVERY_CODES_MADE", Long::valueOf, Long::longValue);
    private static final String SUBJECT = "new recovery codes";

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxPump pump;

    @Autowired
    private Invitations invitations;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    private Person person;

    @BeforeEach
    void somebody() {
        people.startOver();
        person = people.member();
        clock.toNextStep();
    }

    @Test
    void FIELD_A17_new_recovery_codes_again_and_again_are_three_mails_and_one_that_says_how_many_more() {
        people.enrol(person);
        for (var i = 0; i < 20; i++) {
            people.recoveryCodesOf(person);
            pump.run();
        }
        assertThat(mails(SUBJECT)).hasSize(3);

        clock.advance(Duration.ofHours(1));
        pump.run();
        await().until(() -> mails(SUBJECT).size() == 4);
        assertThat(mails(SUBJECT))
                .filteredOn(text -> text.contains("This happened 16 more times within about an hour."))
                .hasSize(1);
    }

    @Test
    void FIELD_A17_many_at_once_are_counted_one_after_the_other() throws Exception {
        Parallel.times(32, () -> {
            tell(0);
            return true;
        });

        assertThat(rows("next_attempt_at <= created_at")).isEqualTo(3);
        assertThat(rows("next_attempt_at > created_at")).isOne();
        assertThat(jdbc.queryForObject(
                        "SELECT SUM(more) FROM outbox_message WHERE recipient_id = ?", Integer.class, person.id()))
                .isEqualTo(28);
    }

    @Test
    void FIELD_A17_what_stands_for_others_tells_of_the_last_and_a_fifth_alone_of_itself() {
        for (var i = 0; i < 4; i++) {
            tell(i);
        }
        pump.run();
        clock.advance(Duration.ofHours(1));
        pump.run();

        await().until(() -> mails(SUBJECT).size() == 4);
        assertThat(mails(SUBJECT)).noneMatch(text -> text.contains("covers all of them"));
    }

    @Test
    void what_stands_for_others_says_when_the_last_happened() {
        for (var i = 0; i < 5; i++) {
            tell(i);
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(rows("more = 1 AND TIMESTAMPDIFF(SECOND, created_at, happened_at) = 60"))
                .isOne();
        assertThat(rows("more = 0 AND happened_at = created_at")).isEqualTo(3);
    }

    @Test
    void FIELD_A17_what_brings_something_takes_the_place_of_the_one_before_and_waits_after_three() {
        for (var i = 0; i < 3; i++) {
            replace();
            pump.run();
            await().until(() -> rows("status = 'WAITING'") == 0);
        }
        replace();
        replace();

        assertThat(rows("status = 'SENT'")).isEqualTo(3);
        assertThat(rows("status = 'SUPERSEDED'")).isOne();
        assertThat(rows("status = 'WAITING' AND next_attempt_at > created_at")).isOne();
        clock.advance(Duration.ofHours(1));
        pump.run();
        await().until(() -> rows("status = 'SENT'") == 4);
    }

    @Test
    void FIELD_A17_mails_to_everybody_again_and_again_wait_too() {
        for (var i = 0; i < 4; i++) {
            transaction.executeWithoutResult(status -> outbox.enqueueForAll(NOTICE, List.of(person.id()), 0L));
        }

        assertThat(rows("next_attempt_at > created_at")).isOne();
    }

    @Test
    void FIELD_A17_an_invitation_is_sent_three_times_an_hour() {
        var administrator = people.administrator();
        var email = new EmailAddress("invited-again@example.com");
        people.as(administrator, () -> invitations.invite(administrator.id(), email, Set.of()));
        var invited = people.idOf(email.value());
        Runnable again = () -> people.does(administrator, () -> invitations.sendAgain(administrator.id(), invited));
        pump.run();
        for (var i = 0; i < 2; i++) {
            again.run();
            pump.run();
        }
        await().until(() -> new Mailbox(email.value()).mails().size() == 3);

        Refusals.assertRefused(again::run, "access.refused.too-many-invitations");
        clock.advance(Duration.ofHours(1));
        again.run();
    }

    private void tell(long reference) {
        transaction.executeWithoutResult(status -> outbox.tell(NOTICE, person.id(), reference));
    }

    private void replace() {
        transaction.executeWithoutResult(status -> outbox.replace(NOTICE, person.id(), 0L));
    }

    private int rows(String condition) {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM outbox_message WHERE recipient_id = ? AND " + condition,
                Integer.class,
                person.id());
    }

    private List<String> mails(String subject) {
        return new Mailbox(person.email())
                .mails().stream()
                        .filter(mail -> mail.subject().contains(subject))
                        .map(mail -> mail.text())
                        .toList();
    }
}
