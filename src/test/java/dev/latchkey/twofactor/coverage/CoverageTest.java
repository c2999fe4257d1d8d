package dev.latchkey.twofactor.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import dev.latchkey.user.access.Permission;
import java.sql.Timestamp;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

@LatchkeyTest
class CoverageTest {

    @Autowired
    private Coverage coverage;

    @Autowired
    private FirstHour firstHour;

    @Autowired
    private People people;

    @Autowired
    private TheAccount account;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    private Person administrator;

    @BeforeEach
    void onlyAProtectedAdministrator() {
        people.startOver();
        administrator = people.administrator();
        people.enrol(administrator);
        logInOnce(administrator);
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void active_users_are_counted_by_what_they_have_and_others_are_not() {
        logInOnce(people.member());
        people.member();
        people.disable(people.member());
        people.makeInvited(people.member());

        assertThat(figures()).isEqualTo(new CoverageFigures(3, 1, 2, 0, 0, 1));
        assertThat(figures().percent()).isEqualTo(33);
    }

    @Test
    void a_secret_that_has_expired_is_counted_until_another_is_there() {
        account.enforceBy(administrator);
        logInOnce(people.member());
        var member = people.member();
        logInOnce(member);
        account.liftBy(administrator);
        account.enforceBy(administrator);
        outbox.run();
        assertThat(figures().expired()).isZero();

        clock.advance(Duration.ofHours(73));
        assertThat(figures()).isEqualTo(new CoverageFigures(3, 1, 2, 2, 0, 0));
    }

    @Test
    void who_was_refused_the_latest_mail_is_unreachable_until_one_leaves() {
        var member = people.member();
        logInOnce(member);
        mail(member, "FAILED");
        assertThat(figures().unreachable()).isOne();
        mail(member, "SUPERSEDED");
        assertThat(figures().unreachable()).isOne();
        mail(member, "SENT");
        assertThat(figures().unreachable()).isZero();
    }

    @Test
    void each_group_has_its_own_figures() {
        var helper = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);
        assertThat(people.as(administrator, coverage::byGroup))
                .anyMatch(group -> group.groupId() == people.groupOf(helper)
                        && group.active() == 1
                        && group.protectedUsers() == 0
                        && group.percent() == 0)
                .first()
                .satisfies(group -> assertThat(group.percent()).isEqualTo(100));
    }

    @Test
    void figures_need_one_of_the_permissions_to_manage() {
        var auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        assertThatThrownBy(() -> people.as(auditor, coverage::figures)).isInstanceOf(AccessDeniedException.class);
        var manager = people.memberWith(Permission.MANAGE_ACCOUNT);
        assertThat(people.as(manager, coverage::figures).active()).isEqualTo(3);
    }

    @Test
    void the_steps_of_the_first_hour_are_ticked_by_facts() {
        var alone = people.memberWith(Permission.MANAGE_ACCOUNT);
        people.remove(alone);
        assertThat(left()).contains(FirstHourStep.SECOND_ADMINISTRATOR, FirstHourStep.INVITATIONS);
        assertThat(left()).doesNotContain(FirstHourStep.OWN_FACTOR);

        people.member();
        people.administrator();
        account.enforceBy(administrator);
        assertThat(left())
                .doesNotContain(
                        FirstHourStep.SECOND_ADMINISTRATOR,
                        FirstHourStep.INVITATIONS,
                        FirstHourStep.ENFORCEMENT,
                        FirstHourStep.SECRET_DELIVERY);
    }

    @Test
    void who_keeps_the_delivery_of_secrets_has_chosen_it() {
        people.does(administrator, () -> firstHour.keepSecretDelivery(administrator.id()));

        assertThat(left()).doesNotContain(FirstHourStep.SECRET_DELIVERY);
        assertThat(jdbc.queryForList("SELECT step FROM first_hour_step", String.class))
                .containsExactly("SECRET_DELIVERY");
    }

    @Test
    void a_closed_checklist_has_no_steps_for_anybody() {
        assertThat(left()).isNotEmpty();
        people.does(administrator, () -> firstHour.close(administrator.id()));
        people.does(administrator, () -> firstHour.close(administrator.id()));

        var another = people.administrator();
        assertThat(people.as(another, () -> firstHour.left(another.id()))).isEmpty();
    }

    private CoverageFigures figures() {
        return people.as(administrator, coverage::figures);
    }

    private java.util.Set<FirstHourStep> left() {
        return people.as(administrator, () -> firstHour.left(administrator.id()));
    }

    private void logInOnce(Person person) {
        jdbc.update("UPDATE users SET last_sign_in_at = ? WHERE id = ?", Timestamp.from(clock.instant()), person.id());
    }

    private void mail(Person person, String status) {
        var now = Timestamp.from(clock.instant());
        jdbc.update(
                "INSERT INTO outbox_message (kind, recipient_id, reference, status, created_at, next_attempt_at)"
                        + " VALUES ('SECRET_ENFORCED', ?, 0, ?, ?, ?)",
                person.id(),
                status,
                now,
                now);
    }
}
