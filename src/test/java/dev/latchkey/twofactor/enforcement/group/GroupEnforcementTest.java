package dev.latchkey.twofactor.enforcement.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.AccountService;
import dev.latchkey.account.PlannedStart;
import dev.latchkey.common.Versioned;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.InvitationLinks;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Refusals;
import dev.latchkey.support.RuleAskers;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.enforcement.Enforcement;
import dev.latchkey.twofactor.enforcement.EnforcementMails;
import dev.latchkey.twofactor.enforcement.EnforcementPlans;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.reset.BreakGlass;
import dev.latchkey.twofactor.signup.SignUp;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.administration.UserAdministration;
import dev.latchkey.user.administration.UserEdit;
import dev.latchkey.user.group.UserGroupEdit;
import dev.latchkey.user.group.UserGroupMembers;
import dev.latchkey.user.group.UserGroupSummary;
import dev.latchkey.user.group.UserGroups;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@LatchkeyTest
class GroupEnforcementTest {

    private static final Duration AHEAD = Duration.ofMinutes(10);

    @LocalServerPort
    private int port;

    @Autowired
    private GroupEnforcement groups;

    @Autowired
    private GroupEnforcementStart start;

    @Autowired
    private Enforcement enforcement;

    @Autowired
    private EnforcementPlans plans;

    @Autowired
    private EnforcementMails mails;

    @Autowired
    private TheAccount account;

    @Autowired
    private AccountService accounts;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private EnrolmentRepository enrolments;

    @Autowired
    private RuleAskers askers;

    @Autowired
    private SignUp signUp;

    @Autowired
    private InvitationLinks invitationLinks;

    @Autowired
    private UserGroups userGroups;

    @Autowired
    private UserGroupMembers members;

    @Autowired
    private UserAdministration administration;

    @Autowired
    private BreakGlass breakGlass;

    @Autowired
    private People people;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private AuditLines trail;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    private Person administrator;
    private long finance;
    private long sales;

    @BeforeEach
    void twoGroupsAndAProtectedAdministrator() {
        people.startOver();
        administrator = people.administrator();
        people.enrol(administrator);
        clock.toNextStep();
        finance = group("Finance");
        sales = group("Sales");
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    /** Everybody who asks the rule, in Java and in SQL, for a user in a group that is enforced or not, before and after its start. */
    @ParameterizedTest
    @CsvSource({
        "true,  -1, false, false",
        "true,  -1, true,  true",
        "true,   0, false, true",
        "true,   0, true,  true",
        "false,  0, false, false",
        "false,  0, true,  true"
    })
    void FIELD_rule_members_of_an_enforced_group_need_a_code_from_its_start_on_and_others_do_not(
            boolean inGroup, int seconds, boolean personal, boolean needed) {
        var member = memberOf(inGroup ? finance : sales);
        AuthenticatorApp app = personal ? people.enrol(member) : null;
        var begins = clock.instant().plus(AHEAD);
        plan(begins, finance);

        clock.advance(Duration.between(clock.instant(), begins.plusSeconds(seconds)));
        var begun = inGroup && seconds >= 0;

        assertThat(people.as(administrator, () -> enforcement.isOn(accounts.current())))
                .as("for everyone")
                .isFalse();
        assertThat(people.as(member, () -> plans.startFor(member.id())).isPresent())
                .isEqualTo(inGroup && !begun && !personal);
        assertThat(Browser.leadsTo(new Browser(port).logIn(member.email(), People.PASSWORD)))
                .isEqualTo(needed ? "/login/verify" : "/");
        askers.assertAnswers(administrator, member, needed, begun, app);
    }

    @ParameterizedTest
    @CsvSource({"true, CodeNeeded", "false, Done"})
    void whoever_was_invited_into_it_proves_an_app_before_they_are_in(boolean inGroup, String result) {
        enforce(finance);
        var token = invitationLinks.tokenFor(new EmailAddress("nia@example.com"), administrator);
        put(people.idOf("nia@example.com"), inGroup ? finance : sales);

        assertThat(signUp.join(token, "Nia New", People.PASSWORD).getClass().getSimpleName())
                .isEqualTo(result);
    }

    @Test
    void its_members_without_an_app_are_mailed_a_secret_once_and_nobody_else() {
        var inBoth = memberOf(finance);
        put(inBoth.id(), sales);
        var second = memberOf(sales);
        var ready = memberOf(sales);
        people.enrol(ready);
        var stranger = people.member();

        assertThat(enforce(finance)).isEqualTo(1);
        outbox.run();
        assertThat(new Mailbox(inBoth.email())
                        .await(1, "set up two-factor authentication")
                        .images())
                .isNotEmpty();
        assertThat(enforce(sales)).as("whoever had to before gets no other").isEqualTo(1);
        outbox.run();

        assertThat(outbox.statusesTo(inBoth, "SECRET_ENFORCED")).containsExactly("SENT");
        assertThat(outbox.statusesTo(second, "SECRET_ENFORCED")).containsExactly("SENT");
        assertThat(outbox.recipientsOf("SECRET_ENFORCED")).doesNotContain(ready.id(), stranger.id());
        assertThat(people.as(administrator, mails::progress).sent()).isEqualTo(2);
        assertThat(trail.by(administrator))
                .filteredOn(line -> line.action().contains("ENFORCE"))
                .extracting(AuditLines.Line::withoutSubject)
                .containsExactly("GROUPS_ENFORCED Finance", "GROUPS_ENFORCED Sales");
    }

    @Test
    void it_is_widened_to_everybody_and_the_group_stays_when_that_ends() {
        var member = memberOf(finance);
        var other = people.member();
        enforce(finance);

        account.enforceBy(administrator);
        assertThat(twoFactor.isCodeRequired(other.id())).isTrue();
        outbox.run();
        assertThat(outbox.statusesTo(member, "SECRET_ENFORCED")).endsWith("SENT");
        assertThat(outbox.statusesTo(other, "SECRET_ENFORCED")).containsExactly("SENT");
        account.liftBy(administrator);

        assertThat(twoFactor.isCodeRequired(other.id())).isFalse();
        assertThat(enrolments.find(other.id()).hasSecret()).isFalse();
        assertThat(twoFactor.isCodeRequired(member.id())).isTrue();
        assertThat(enrolments.find(member.id()).hasSecret()).isTrue();
    }

    @Test
    void mails_of_a_group_that_wait_leave_although_everybody_was_turned_on_and_off_meanwhile() {
        var member = memberOf(finance);
        var planned = memberOf(sales);
        var other = people.member();
        // Or the mails might leave before they are put off
        transaction.executeWithoutResult(ends -> {
            enforce(finance);
            plan(clock.instant().plus(AHEAD), sales);
            planForEverybody(clock.instant().plus(AHEAD).plus(AHEAD));
            putOff(member, planned, other);
        });
        transaction.executeWithoutResult(ends -> {
            people.does(
                    administrator,
                    () -> plans.cancel(administrator.id(), accounts.current().enforcementVersion()));
            account.enforceBy(administrator);
            putOff(member, planned, other);
        });
        account.liftBy(administrator);

        clock.advance(Duration.ofMinutes(2));
        outbox.run();

        assertThat(outbox.statusesTo(member, "SECRET_ENFORCED")).endsWith("SENT");
        assertThat(outbox.statusesTo(other, "SECRET_ENFORCED")).endsWith("SUPERSEDED");
        assertThat(outbox.statusesTo(planned)).doesNotContain("WAITING");
    }

    @Test
    void a_cancelled_plan_for_everybody_takes_no_announcement_from_a_group() {
        var member = memberOf(finance);
        transaction.executeWithoutResult(ends -> {
            plan(clock.instant().plus(AHEAD), finance);
            planForEverybody(clock.instant().plus(AHEAD).plus(AHEAD));
            putOff(member);
        });
        people.does(
                administrator,
                () -> plans.cancel(administrator.id(), accounts.current().enforcementVersion()));

        clock.advance(Duration.ofMinutes(2));
        outbox.run();

        assertThat(outbox.statusesTo(member, "ENFORCEMENT_PLANNED")).endsWith("SENT");
    }

    private void putOff(Person... recipients) {
        for (var recipient : recipients) {
            outbox.putOff(recipient.id(), clock.instant().plusSeconds(60));
        }
    }

    @Test
    void a_plan_for_everybody_leaves_the_mails_of_a_group_that_needs_codes_already() {
        var member = memberOf(finance);
        enforce(finance);

        planForEverybody(clock.instant().plus(AHEAD));
        outbox.run();

        assertThat(new Mailbox(member.email())
                        .await(1, "set up two-factor authentication")
                        .images())
                .isNotEmpty();
        assertThat(people.as(member, () -> plans.startFor(member.id())))
                .as("nothing is to come for them")
                .isEmpty();
    }

    @Test
    void its_end_destroys_what_nobody_needs_any_more_and_keeps_what_is_proven() {
        var waiting = memberOf(finance);
        var inBoth = memberOf(finance);
        put(inBoth.id(), sales);
        var app = memberOf(finance);
        enforce(finance);
        enforce(sales);
        outbox.run();
        people.enrol(app);

        lift(finance);

        assertThat(enrolments.find(waiting.id()).hasSecret()).isFalse();
        assertThat(enrolments.find(inBoth.id()).hasSecret()).isTrue();
        assertThat(enrolments.find(app.id()).isProven()).isTrue();
        assertThat(twoFactor.isCodeRequired(waiting.id())).isFalse();
        assertThat(twoFactor.isCodeRequired(inBoth.id())).isTrue();
        assertThat(twoFactor.isCodeRequired(app.id()))
                .as("their own choice now")
                .isTrue();
        assertThat(trail.by(administrator))
                .extracting(AuditLines.Line::withoutSubject)
                .contains("GROUP_ENFORCEMENT_ENDED Finance");
    }

    @Test
    void whoever_joins_is_mailed_what_the_group_needs_and_whoever_leaves_loses_what_it_brought() {
        var joiner = people.member();
        var early = people.member();
        enforce(finance);
        plan(clock.instant().plus(AHEAD), sales);

        people.does(administrator, () -> members.add(administrator.id(), finance, joiner.id()));
        people.does(administrator, () -> members.add(administrator.id(), sales, early.id()));
        outbox.run();
        assertThat(outbox.statusesTo(joiner)).containsExactly("SENT");
        assertThat(outbox.statusesTo(joiner, "SECRET_ENFORCED")).containsExactly("SENT");
        assertThat(outbox.statusesTo(early, "ENFORCEMENT_PLANNED")).containsExactly("SENT");
        assertThat(enrolments.find(joiner.id()).hasSecret()).isTrue();

        people.does(administrator, () -> members.remove(administrator.id(), finance, joiner.id()));
        assertThat(enrolments.find(joiner.id()).hasSecret()).isFalse();
        assertThat(twoFactor.isCodeRequired(joiner.id())).isFalse();
    }

    @Test
    void only_who_manages_the_account_takes_people_out_of_it_or_deletes_it() {
        var manager = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);
        put(manager.id(), finance);
        var member = memberOf(finance);
        enforce(finance);

        assertThat(Refusals.keyOf(
                        () -> people.does(manager, () -> members.remove(manager.id(), finance, manager.id()))))
                .isEqualTo("groups.refused.enforced");
        assertThat(Refusals.keyOf(() -> people.does(manager, () -> {
                    var seen = administration.toEdit(member.id());
                    administration.change(
                            manager.id(),
                            member.id(),
                            new Versioned<>(
                                    seen.version(), new UserEdit(seen.value().name(), Set.of(sales))));
                })))
                .isEqualTo("groups.refused.enforced");
        assertThat(Refusals.keyOf(() -> people.does(manager, () -> {
                    var seen = userGroups.toEdit(finance);
                    userGroups.change(
                            manager.id(),
                            finance,
                            new Versioned<>(seen.version(), new UserGroupEdit("Old", "", Set.of())));
                })))
                .as("a new group could have the old name")
                .isEqualTo("groups.refused.enforced");
        assertThat(Refusals.keyOf(() -> people.does(manager, () -> delete(manager, finance))))
                .isEqualTo("groups.refused.enforced");
        assertThat(twoFactor.isCodeRequired(manager.id())).isTrue();

        outbox.run();
        people.does(administrator, () -> delete(administrator, finance));
        assertThat(twoFactor.isCodeRequired(member.id())).isFalse();
        assertThat(enrolments.find(member.id()).hasSecret()).isFalse();
        assertThat(people.as(administrator, groups::all)).isEmpty();
    }

    @Test
    void a_group_that_is_deleted_and_enforced_at_once_is_one_of_both() throws Exception {
        var manager = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);
        for (var round = 0; round < 10; round++) {
            var group = group("Round " + round);
            memberOf(group);
            var refusals = Parallel.each(
                    List.<Runnable>of(() -> people.does(manager, () -> delete(manager, group)), () -> enforce(group)),
                    Refusals::keyOf);

            assertThat(refusals)
                    .containsOnlyOnce("")
                    .containsAnyOf("groups.refused.enforced", "enforcement.refused.flipped");
        }
    }

    @Test
    void of_all_nodes_one_does_what_belongs_to_the_start_of_a_group() throws Exception {
        var member = memberOf(finance);
        var begins = clock.instant().plus(AHEAD);
        assertThat(plan(begins, finance, sales)).isEqualTo(1);
        outbox.run();
        assertThat(new Mailbox(member.email())
                        .await(1, "you will soon need a code")
                        .images())
                .isEmpty();
        start.beginDue();
        assertThat(outbox.statusesTo(member, "SECRET_ENFORCED")).as("too early").isEmpty();
        var before = jdbc.queryForObject("SELECT MAX(id) FROM audit_entry", Long.class);

        clock.advance(Duration.between(clock.instant(), begins));
        Parallel.times(8, () -> {
            start.beginDue();
            return true;
        });

        assertThat(outbox.statusesTo(member, "SECRET_ENFORCED")).hasSize(1);
        assertThat(trail.after(before))
                .filteredOn(line -> line.action().contains("ENFORCEMENT"))
                .extracting(AuditLines.Line::withoutSubject)
                .containsExactly("GROUPS_ENFORCEMENT_BEGUN Finance, Sales");
    }

    @Test
    void a_planned_group_can_be_given_another_start_or_given_up() {
        var member = memberOf(finance);
        plan(clock.instant().plus(AHEAD), finance);
        var second = clock.instant().plus(AHEAD).plus(AHEAD);
        plan(second, finance);
        assertThat(people.as(member, () -> plans.startFor(member.id()))).contains(second);

        lift(finance);
        clock.advance(AHEAD.plus(AHEAD));
        start.beginDue();

        assertThat(twoFactor.isCodeRequired(member.id())).isFalse();
        assertThat(outbox.statusesTo(member, "SECRET_ENFORCED")).isEmpty();
    }

    @Test
    void what_somebody_decided_on_another_state_of_things_is_refused_and_nothing_of_it_stays() {
        var seen = accounts.current();
        var unprotected = people.administrator();
        assertThat(Refusals.keyOf(() -> people.does(
                        unprotected, () -> groups.enforce(unprotected.id(), seen, Set.of(finance), Optional.empty()))))
                .isEqualTo("enforcement.refused.own-first");
        assertThat(Refusals.keyOf(() -> plan(clock.instant(), finance))).isEqualTo("enforcement.refused.start");
        assertThat(Refusals.keyOf(() -> enforce(finance, Long.MAX_VALUE)))
                .as("a group that is gone")
                .isEqualTo("enforcement.refused.flipped");
        assertThat(people.as(administrator, groups::all)).isEmpty();

        enforce(finance);
        var listed = people.as(administrator, groups::all).getFirst();
        assertThat(Refusals.keyOf(() -> enforce(finance, sales)))
                .as("one has begun")
                .isEqualTo("enforcement.refused.flipped");
        lift(finance);
        assertThat(Refusals.keyOf(() -> people.does(administrator, () -> groups.lift(administrator.id(), listed))))
                .isEqualTo("enforcement.refused.flipped");
        account.enforceBy(administrator);
        assertThat(Refusals.keyOf(() -> enforce(finance)))
                .as("everybody needs one")
                .isEqualTo("enforcement.refused.flipped");
    }

    @Test
    void break_glass_ends_it_for_groups_as_well() {
        var member = memberOf(finance);
        enforce(finance);
        plan(clock.instant().plus(AHEAD), sales);

        breakGlass.liftEnforcement();

        assertThat(people.as(administrator, groups::all)).isEmpty();
        assertThat(twoFactor.isCodeRequired(member.id())).isFalse();
    }

    @Test
    void the_groups_tell_whose_members_need_a_code() {
        enforce(finance);
        plan(clock.instant().plus(AHEAD), sales);

        var listed = people.as(administrator, userGroups::all);

        assertThat(listed.stream().filter(group -> group.id() == finance).findFirst())
                .hasValueSatisfying(
                        group -> assertThat(group.codeOwed().begun()).isTrue());
        assertThat(listed.stream().filter(group -> group.id() == sales).findFirst())
                .hasValueSatisfying(
                        group -> assertThat(group.codeOwed().begun()).isFalse());
        assertThat(listed.stream().filter(UserGroupSummary::builtIn).findFirst())
                .hasValueSatisfying(group -> assertThat(group.codeOwed()).isNull());
    }

    private int enforce(Long... groupIds) {
        return people.as(
                administrator,
                () -> groups.enforce(administrator.id(), accounts.current(), Set.of(groupIds), Optional.empty()));
    }

    private int plan(Instant begins, Long... groupIds) {
        return people.as(
                administrator,
                () -> groups.enforce(
                        administrator.id(), accounts.current(), Set.of(groupIds), Optional.of(at(begins))));
    }

    private void planForEverybody(Instant begins) {
        people.does(administrator, () -> plans.plan(administrator.id(), accounts.current(), at(begins)));
    }

    private void lift(long groupId) {
        people.does(
                administrator,
                () -> groups.all().stream()
                        .filter(group -> group.id() == groupId)
                        .forEach(group -> groups.lift(administrator.id(), group)));
    }

    private void delete(Person actor, long groupId) {
        var seen = userGroups.all().stream()
                .filter(group -> group.id() == groupId)
                .findFirst()
                .orElseThrow();
        userGroups.delete(actor.id(), groupId, seen.version(), seen.members());
    }

    private static PlannedStart at(Instant begins) {
        return PlannedStart.of(begins.atOffset(ZoneOffset.UTC));
    }

    private long group(String name) {
        jdbc.update("INSERT INTO user_group (name) VALUES (?)", name);
        return jdbc.queryForObject("SELECT id FROM user_group WHERE name = ?", Long.class, name);
    }

    private Person memberOf(long groupId) {
        var member = people.member();
        put(member.id(), groupId);
        return member;
    }

    private void put(long userId, long groupId) {
        jdbc.update("INSERT INTO user_group_member (user_group, user_id) VALUES (?, ?)", groupId, userId);
    }
}
