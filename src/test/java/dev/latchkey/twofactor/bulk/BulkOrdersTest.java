package dev.latchkey.twofactor.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.account.SecretDelivery;
import dev.latchkey.audit.seal.AuditVerification;
import dev.latchkey.audit.seal.SealPump;
import dev.latchkey.common.client.Client;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Refusals;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.Permission;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** One action on many users. */
@LatchkeyTest
class BulkOrdersTest {

    @Autowired
    private BulkOrders orders;

    @Autowired
    private BulkRetention retention;

    @Autowired
    private SealPump seals;

    @Autowired
    private AuditVerification verification;

    @Autowired
    private People people;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private MovableClock clock;

    private Person administrator;

    @BeforeEach
    void onlyAnAdministrator() {
        people.startOver();
        administrator = people.administrator();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void each_user_is_done_or_refused_with_a_reason_and_has_an_audit_entry_of_their_own() {
        var invited = people.member();
        invite(invited);
        var another = people.member();
        invite(another);
        var registered = people.member();

        place(administrator, BulkAction.INVITE_AGAIN, invited, another, registered);

        var result = finished(administrator);
        assertThat(result.done()).isEqualTo(2);
        assertThat(refusals(administrator)).isEqualTo(Map.of(registered.email(), "access.refused.user-changed"));
        assertThat(audited("INVITATION_SENT_AGAIN")).containsExactlyInAnyOrder(invited.email(), another.email());
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM outbox_message WHERE kind = 'INVITATION' AND bulk AND recipient_id IN (?, ?)",
                        Integer.class,
                        invited.id(),
                        another.id()))
                .as("mails that let single ones go first")
                .isEqualTo(2);
    }

    @Test
    void each_entry_and_each_notice_says_from_where_it_was_ordered_and_is_sealed_like_that() {
        var member = people.member();
        people.enrol(member);
        var colleague = people.member();
        people.enrol(colleague);

        Client.of("192.0.2.7", "Firefox", "Linux")
                .run(() -> place(administrator, BulkAction.EMAIL_SECRET, member, colleague));
        finished(administrator);

        assertThat(jdbc.queryForList(
                        "SELECT CONCAT(address, ' ', browser) FROM audit_entry WHERE action = 'TWO_FACTOR_RESET' AND actor_id = ?",
                        String.class,
                        administrator.id()))
                .containsExactly("192.0.2.7 Firefox, Linux", "192.0.2.7 Firefox, Linux");
        assertThat(jdbc.queryForObject(
                        "SELECT CONCAT(client_address, ' ', client_browser) FROM outbox_message"
                                + " WHERE kind = 'TWO_FACTOR_RESET' AND recipient_id = ?",
                        String.class,
                        member.id()))
                .isEqualTo("192.0.2.7 Firefox");
        seals.sealAll();
        assertThat(verification.verify("").findings()).isEmpty();
    }

    @Test
    void FIELD_A10_whoever_has_more_permissions_is_refused_and_the_others_are_done() {
        var helpdesk = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);
        var member = people.member();

        place(helpdesk, BulkAction.DISABLE, administrator, member, helpdesk);

        assertThat(finished(helpdesk).done()).isOne();
        assertThat(people.statusOf(member)).isEqualTo(UserStatus.DISABLED);
        assertThat(people.statusOf(administrator)).isEqualTo(UserStatus.ACTIVE);
        assertThat(refusals(helpdesk))
                .isEqualTo(Map.of(
                        administrator.email(),
                        "access.refused.user-beyond-reach",
                        helpdesk.email(),
                        "bulk.refused.yourself"));
    }

    @Test
    void a_new_secret_is_mailed_to_those_who_log_in_with_a_code() {
        var with = people.member();
        people.enrol(with);
        var without = people.member();

        place(administrator, BulkAction.EMAIL_SECRET, with, without);

        assertThat(finished(administrator).done()).isOne();
        assertThat(refusals(administrator)).isEqualTo(Map.of(without.email(), "reset.refused.no-code-needed"));
        assertThat(audited("TWO_FACTOR_RESET")).containsExactly(with.email());
    }

    @Test
    void who_has_not_set_up_is_reminded_once_a_day() {
        var without = people.member();
        var with = people.member();
        people.enrol(with);

        place(administrator, BulkAction.REMIND, without, with);
        assertThat(finished(administrator).done()).isOne();
        assertThat(refusals(administrator)).isEqualTo(Map.of(with.email(), "bulk.refused.set-up"));
        place(administrator, BulkAction.REMIND, without);
        finished(administrator);

        assertThat(refusals(administrator)).isEqualTo(Map.of(without.email(), "bulk.refused.reminded-already"));
        assertThat(audited("REMINDER_EMAILED")).containsExactly(without.email());
    }

    @Test
    void many_users_join_a_group_and_leave_it() {
        var auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        var group = people.groupOf(auditor);
        var members = IntStream.range(0, 45).mapToObj(i -> people.member()).toArray(Person[]::new);

        place(administrator, BulkAction.ADD_TO_GROUP, group, members);
        assertThat(finished(administrator).done()).isEqualTo(45);
        assertThat(membersOf(group)).isEqualTo(46);

        place(administrator, BulkAction.REMOVE_FROM_GROUP, group, members);
        assertThat(finished(administrator).done()).isEqualTo(45);
        assertThat(membersOf(group)).isOne();
    }

    @Test
    void a_question_that_is_confirmed_twice_orders_once() {
        var member = people.member();
        var wish = wish(BulkAction.DISABLE, null);

        people.does(administrator, () -> orders.place(administrator.id(), wish, List.of(member.id())));
        people.does(administrator, () -> orders.place(administrator.id(), wish, List.of(member.id())));

        assertThat(finished(administrator).done()).isOne();
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM bulk_order WHERE actor_id = ?", Integer.class, administrator.id()))
                .isOne();
        assertThat(audited("USER_DISABLED")).containsExactly(member.email());
    }

    @Test
    void a_second_order_waits_until_the_first_is_done_or_stopped() {
        var member = people.member();
        var order = unfinished(administrator, 0, true, member);

        Refusals.assertRefused(() -> place(administrator, BulkAction.DISABLE, member), "bulk.refused.busy");

        people.does(administrator, () -> orders.stop(administrator.id(), order));
        assertThat(refusals(administrator)).isEqualTo(Map.of(member.email(), "bulk.refused.stopped"));
        assertThat(people.statusOf(member)).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void nobody_else_stops_or_reads_an_order() {
        var other = people.administrator();
        var member = people.member();
        var order = unfinished(administrator, 0, true, member);

        people.does(other, () -> orders.stop(other.id(), order));

        assertThat(people.as(other, () -> orders.latestOf(other.id()))).isEmpty();
        assertThat(people.as(other, () -> orders.refusals(other.id(), order))).isEmpty();
        assertThat(people.as(administrator, () -> orders.latestOf(administrator.id())))
                .get()
                .matches(progress -> !progress.isFinished());
    }

    @Test
    void what_a_node_left_undone_is_continued_and_nothing_is_done_twice() {
        var first = people.member();
        var second = people.member();
        var order = unfinished(administrator, 0, true, first, second);
        jdbc.update("UPDATE bulk_item SET result = 'DONE' WHERE bulk_order = ? AND user_id = ?", order, first.id());

        jdbc.update(
                "UPDATE bulk_order SET claimed_until = ?",
                Timestamp.from(clock.instant().minusSeconds(1)));

        assertThat(finished(administrator).done()).isEqualTo(2);
        assertThat(audited("USER_DISABLED")).containsExactly(second.email());
    }

    @Test
    void an_order_is_void_once_the_sessions_of_its_actor_have_been_ended() {
        var member = people.member();

        unfinished(administrator, -1, false, member);

        finished(administrator);
        assertThat(refusals(administrator)).isEqualTo(Map.of(member.email(), "bulk.refused.void"));
        assertThat(people.statusOf(member)).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void an_actor_who_may_no_longer_manage_users_changes_nothing_more() {
        var helpdesk = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);
        var member = people.member();
        var order = unfinished(helpdesk, 0, true, member);
        people.takeFromAllGroups(helpdesk);

        jdbc.update("UPDATE bulk_order SET claimed_until = NULL WHERE id = ?", order);

        assertThat(reasonsOnceFinished(order)).containsExactly("bulk.refused.permission");
        assertThat(people.statusOf(member)).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void an_actor_whose_permission_ends_amid_a_batch_changes_nothing_more() {
        var helpdesk = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);
        var group = people.groupOf(helpdesk);
        var member = people.member();
        people.setName(helpdesk, "Ada");
        people.setName(member, "Zoe");
        place(administrator, BulkAction.ADD_TO_GROUP, group, member);
        finished(administrator);

        place(helpdesk, BulkAction.REMOVE_FROM_GROUP, group, helpdesk, member);

        assertThat(reasonsOnceFinished(latestOrder())).containsExactly(null, "bulk.refused.permission");
        assertThat(membersOf(group)).isOne();
    }

    @Test
    void an_order_that_is_older_than_a_day_is_void() {
        var member = people.member();
        var order = unfinished(administrator, 0, true, member);

        jdbc.update(
                "UPDATE bulk_order SET created_at = ?, claimed_until = NULL WHERE id = ?",
                Timestamp.from(clock.instant().minus(BulkOrder.LIFE)),
                order);

        assertThat(reasonsOnceFinished(order)).containsExactly("bulk.refused.too-old");
        assertThat(people.statusOf(member)).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void a_result_is_deleted_after_thirty_days() {
        var member = people.member();
        place(administrator, BulkAction.DISABLE, member);
        finished(administrator);

        retention.deleteOld();
        assertThat(latest(administrator).total()).isOne();
        jdbc.update(
                "UPDATE bulk_order SET finished_at = ?",
                Timestamp.from(clock.instant().minus(Duration.ofDays(30)).minusSeconds(1)));
        retention.deleteOld();

        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM bulk_item", Integer.class))
                .isZero();
        assertThat(people.as(administrator, () -> orders.latestOf(administrator.id())))
                .isEmpty();
    }

    private void place(Person actor, BulkAction action, Person... users) {
        place(actor, action, null, users);
    }

    private void place(Person actor, BulkAction action, @Nullable Long group, Person... users) {
        var ids = Arrays.stream(users).map(Person::id).toList();
        people.does(actor, () -> orders.place(actor.id(), wish(action, group), ids));
    }

    private static BulkWish wish(BulkAction action, @Nullable Long group) {
        return new BulkWish(UUID.randomUUID().toString(), action, group, SecretDelivery.BY_EMAIL);
    }

    /** An order that disables users, as a node left it. */
    private long unfinished(Person actor, long epoch, boolean claimed, Person... users) {
        jdbc.update(
                "INSERT INTO bulk_order (token, actor_id, session_epoch, action, delivery, created_at, claimed_until)"
                        + " VALUES (UUID(), ?, (SELECT session_epoch + ? FROM users WHERE id = ?), 'DISABLE', 'BY_EMAIL', ?, ?)",
                actor.id(),
                epoch,
                actor.id(),
                Timestamp.from(clock.instant()),
                Timestamp.from(clock.instant().plusSeconds(3600)));
        var order = latestOrder();
        for (var user : users) {
            jdbc.update(
                    "INSERT INTO bulk_item (bulk_order, user_id, email) VALUES (?, ?, ?)",
                    order,
                    user.id(),
                    user.email());
        }
        if (!claimed) {
            jdbc.update("UPDATE bulk_order SET claimed_until = NULL WHERE id = ?", order);
        }
        return order;
    }

    private long latestOrder() {
        return jdbc.queryForObject("SELECT MAX(id) FROM bulk_order", Long.class);
    }

    /** Without the service, which the actor may not use any more. */
    private List<String> reasonsOnceFinished(long order) {
        await().until(() ->
                jdbc.queryForObject("SELECT COUNT(finished_at) FROM bulk_order WHERE id = ?", Integer.class, order)
                        == 1);
        return jdbc.queryForList("SELECT reason FROM bulk_item WHERE bulk_order = ? ORDER BY id", String.class, order);
    }

    private BulkProgress finished(Person actor) {
        await().until(() -> latest(actor).isFinished());
        return latest(actor);
    }

    private BulkProgress latest(Person actor) {
        return people.as(actor, () -> orders.latestOf(actor.id())).orElseThrow();
    }

    private Map<String, String> refusals(Person actor) {
        return people.as(actor, () -> orders.refusals(actor.id(), latest(actor).id())).stream()
                .collect(Collectors.toMap(BulkRefusal::email, BulkRefusal::reason));
    }

    private List<String> audited(String action) {
        return jdbc.queryForList(
                "SELECT subject FROM audit_entry WHERE action = ? AND actor_id = ? ORDER BY id",
                String.class,
                action,
                administrator.id());
    }

    private int membersOf(long group) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM user_group_member WHERE user_group = ?", Integer.class, group);
    }

    private void invite(Person person) {
        jdbc.update("UPDATE users SET status = 'INVITED', name = '', password_hash = NULL WHERE id = ?", person.id());
    }
}
