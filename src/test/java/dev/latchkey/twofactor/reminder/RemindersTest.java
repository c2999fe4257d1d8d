package dev.latchkey.twofactor.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.latchkey.account.AccountService;
import dev.latchkey.account.PlannedStart;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.common.text.Language;
import dev.latchkey.common.text.ReaderTime;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.enforcement.EnforcementPlans;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.user.access.Permission;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LatchkeyTest
class RemindersTest {

    private static final String KIND = "SET_UP_REMINDER";
    private static final String SUBJECT = "(reminder)";

    @Autowired
    private Reminders reminders;

    @Autowired
    private EnrolmentRepository enrolments;

    @Autowired
    private EnforcementPlans plans;

    @Autowired
    private AccountService accounts;

    @Autowired
    private People people;

    @Autowired
    private TheAccount account;

    @Autowired
    private AuditLines trail;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private MovableClock clock;

    private Person administrator;

    @BeforeEach
    void onlyAProtectedAdministrator() {
        people.startOver();
        administrator = people.administrator();
        people.enrol(administrator);
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void everyone_who_is_active_and_has_not_set_up_is_reminded_and_nobody_else() {
        var plain = people.member();
        people.enrol(people.member());
        people.disable(people.member());
        people.makeInvited(people.member());

        assertThat(outlook()).isEqualTo(new ReminderOutlook(1, 0, null));
        assertThat(remindEveryone()).isOne();
        assertThat(outbox.recipientsOf(KIND)).containsExactly(plain.id());
        assertThat(trail.by(administrator))
                .extracting(AuditLines.Line::withoutSubject)
                .contains("REMINDERS_EMAILED 1");
        assertThat(outlook().due()).isZero();
        assertThat(outlook().remindedAlready()).isOne();
        assertThat(outlook().lastRemindedAt()).isNotNull();
    }

    @Test
    void nobody_is_reminded_twice_within_a_day_whoever_asks() throws Exception {
        var members = List.of(people.member(), people.member(), people.member());
        var sent = Parallel.times(8, this::remindEveryone);

        assertThat(sent.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
        clock.advance(Duration.ofHours(23));
        assertThat(remindEveryone()).isZero();
        assertThat(outbox.recipientsOf(KIND)).hasSameSizeAs(members);
        assertThat(trail.actionsBy(administrator, "REMINDERS_EMAILED")).hasSizeLessThanOrEqualTo(3);

        clock.advance(Duration.ofHours(1));
        assertThat(remindEveryone()).isEqualTo(3);
    }

    @Test
    void each_chosen_user_has_a_result_of_their_own() {
        var plain = people.member();
        var already = people.member();
        var enrolled = people.member();
        people.enrol(enrolled);
        var disabled = people.member();
        people.disable(disabled);
        var invited = people.member();
        people.makeInvited(invited);
        people.as(administrator, () -> reminders.remind(administrator.id(), List.of(already.id())));

        var gone = people.member();
        people.remove(gone);
        var all = List.of(plain.id(), already.id(), enrolled.id(), disabled.id(), invited.id(), gone.id());
        assertThat(people.as(administrator, () -> reminders.remind(administrator.id(), all)))
                .containsExactly(
                        entry(plain.id(), ReminderResult.REMINDED),
                        entry(already.id(), ReminderResult.REMINDED_ALREADY),
                        entry(enrolled.id(), ReminderResult.SET_UP),
                        entry(disabled.id(), ReminderResult.NOT_ACTIVE),
                        entry(invited.id(), ReminderResult.NOT_ACTIVE),
                        entry(gone.id(), ReminderResult.NOT_ACTIVE));
        assertThat(outbox.recipientsOf(KIND)).containsExactlyInAnyOrder(plain.id(), already.id());
        assertThat(trail.on(plain)).anyMatch(line -> line.inShort().equals("REMINDER_EMAILED " + plain.email()));
        assertThat(trail.count("REMINDER_EMAILED", enrolled)).isZero();
    }

    @Test
    void who_has_a_permission_that_the_actor_lacks_is_not_reminded() {
        var helpdesk = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);
        people.enrol(helpdesk);
        var beyond = people.administrator();
        var equal = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);

        assertThat(people.as(helpdesk, () -> reminders.remind(helpdesk.id(), List.of(beyond.id()))))
                .containsExactly(entry(beyond.id(), ReminderResult.BEYOND_REACH));
        assertThat(people.as(helpdesk, () -> reminders.remindEveryone(helpdesk.id())))
                .isOne();
        assertThat(outbox.recipientsOf(KIND)).containsExactly(equal.id());
    }

    @Test
    void a_reminder_leads_to_the_login_while_a_code_is_needed_and_carries_no_secret() {
        account.enforce();
        var member = people.member();
        remindEveryone();
        outbox.run();

        var mail = new Mailbox(member.email()).await(1, SUBJECT);
        assertThat(mail.text()).contains("/login", "email you a new secret key").doesNotContain("Secret Key:");
        assertThat(mail.images()).isEmpty();
        assertThat(enrolments.find(member.id()).hasSecret()).isFalse();
    }

    @Test
    void where_secrets_are_shown_on_screen_a_reminder_says_so() {
        account.enforce();
        account.deliver(SecretDelivery.ON_SCREEN);
        var member = people.member();
        remindEveryone();
        outbox.run();

        assertThat(new Mailbox(member.email()).await(1, SUBJECT).text())
                .contains("/login", "see a QR code and a secret key")
                .doesNotContain("email you a new secret key");
    }

    @Test
    void while_nobody_is_forced_a_reminder_leads_to_the_profile() {
        var member = people.member();
        remindEveryone();
        outbox.run();

        assertThat(new Mailbox(member.email()).await(1, SUBJECT).text())
                .contains("/profile?set-up", "asks you to set up")
                .doesNotContain("/login", "requires", "From ");
    }

    @Test
    void while_a_start_is_planned_a_reminder_says_the_date() {
        var member = people.member();
        var start = clock.instant().plus(Duration.ofDays(3));
        people.does(
                administrator,
                () -> plans.plan(
                        administrator.id(), accounts.current(), PlannedStart.of(start.atOffset(ZoneOffset.UTC))));
        remindEveryone();
        outbox.run();

        assertThat(new Mailbox(member.email()).await(1, SUBJECT).text())
                .contains("From " + new ReaderTime(Language.ENGLISH.localeIn(""), ReaderTime.UTC).inFull(start)
                        + ", you can't log in");
        people.does(
                administrator,
                () -> plans.cancel(administrator.id(), accounts.current().enforcementVersion()));
    }

    @Test
    void who_sets_up_before_the_reminder_leaves_gets_none() {
        var quick = people.member();
        var soon = clock.instant().plusSeconds(40);
        remindEveryone();
        outbox.putOff(quick.id(), soon);
        people.enrol(quick);
        clock.advance(Duration.ofSeconds(60));
        outbox.run();

        assertThat(outbox.statusesTo(quick, KIND)).containsExactly("SUPERSEDED");
    }

    private int remindEveryone() {
        return people.as(administrator, () -> reminders.remindEveryone(administrator.id()));
    }

    private ReminderOutlook outlook() {
        return people.as(administrator, () -> reminders.outlook(administrator.id()));
    }
}
