package dev.latchkey.user.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.common.RefusedException;
import dev.latchkey.common.Versioned;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Refusals;
import dev.latchkey.user.UserService;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.administration.UserAdministration;
import dev.latchkey.user.administration.UserEdit;
import dev.latchkey.user.group.UserGroupEdit;
import dev.latchkey.user.group.UserGroupMembers;
import dev.latchkey.user.group.UserGroupSummary;
import dev.latchkey.user.group.UserGroups;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@LatchkeyTest
class AccessManagementTest {

    private static final String LAST_ADMINISTRATOR = "access.refused.last-administrator";

    @Autowired
    private UserGroups groups;

    @Autowired
    private UserGroupMembers groupMembers;

    @Autowired
    private UserAdministration administration;

    @Autowired
    private UserService users;

    @Autowired
    private People people;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private AuditLines trail;

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
    void an_administrator_who_is_disabled_or_locked_is_nobody_to_rely_on() {
        var second = people.administrator();
        people.enrol(second);
        enrolments.lock(second);
        assertRefused(() -> administration.disable(administrator.id(), administrator.id()), LAST_ADMINISTRATOR);
        enrolments.countWrongCodes(second, 0);
        people.disable(second);
        assertRefused(() -> administration.disable(administrator.id(), administrator.id()), LAST_ADMINISTRATOR);
        people.setStatus(second, UserStatus.ACTIVE);

        people.does(administrator, () -> administration.disable(administrator.id(), administrator.id()));

        assertThat(users.find(administrator.id())).get().matches(user -> user.status() == UserStatus.DISABLED);
    }

    @Test
    void FIELD_T4_what_was_confirmed_of_a_group_or_a_user_is_not_done_to_what_they_have_become() {
        var member = people.member();
        does(() -> create("Watchers", "", Set.of()));
        var seen = group("Watchers");
        does(() -> groupMembers.add(administrator.id(), seen.id(), member.id()));
        assertRefused(
                () -> groups.delete(administrator.id(), seen.id(), seen.version(), seen.members()),
                "groups.refused.changed");
        does(() -> edit(seen, new UserGroupEdit("Guards", "", Set.of())));
        assertRefused(() -> groups.delete(administrator.id(), seen.id(), seen.version(), 1), "groups.refused.changed");
        assertThat(group("Guards").members()).isOne();

        assertRefused(
                () -> administration.remove(administrator.id(), member.id(), UserStatus.INVITED),
                "access.refused.user-changed");
        assertThat(users.find(member.id())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Account Administrator\uffa0",
                "Account Administrator\u2800",
                "Account\ufffcAdministrator",
                "\ud834\udd59Account Administrator",
                "Account Administrator\ud80d\udc41"
            })
    void FIELD_T5_a_name_that_differs_by_what_looks_blank_is_the_same(String name) {
        assertRefused(() -> create(name, "", Set.of()), "groups.refused.name-taken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Finance\u201a Account Administrator",
                "Finance\u066b Operations",
                "Finance, Account Administrator",
                "Finance，Operations",
                "a;b",
                "Finance、Operations"
            })
    void FIELD_T5_a_name_that_looks_like_two_in_a_list_is_refused(String name) {
        assertRefused(() -> create(name, "", Set.of()), "groups.refused.name-with-comma");
    }

    @Test
    void account_administrator_is_neither_deleted_nor_renamed_nor_stripped() {
        var group = builtIn();
        assertThat(Stream.<Runnable>of(
                        () -> groups.delete(administrator.id(), group.id(), group.version(), group.members()),
                        () -> edit(group, new UserGroupEdit("Kings", "", group.permissions())),
                        () -> edit(group, new UserGroupEdit(group.name(), "", Set.of()))))
                .allSatisfy(path -> assertRefused(path, "groups.refused.built-in"));
    }

    @Test
    void nobody_gives_what_they_do_not_have() {
        var manager = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);
        assertThat(Stream.<Runnable>of(
                        () -> groupMembers.add(manager.id(), builtIn().id(), manager.id()),
                        () -> edit(
                                manager,
                                manager,
                                new UserEdit("Max", Set.of(builtIn().id()))),
                        () -> groups.create(
                                manager.id(), new UserGroupEdit("New", "", Set.of(Permission.MANAGE_ACCOUNT)))))
                .allSatisfy(path -> assertThatExceptionOfType(RefusedException.class)
                        .isThrownBy(() -> people.does(manager, path))
                        .withMessage("access.refused.beyond-own-permissions"));
        assertThat(users.permissionsOf(manager.id())).containsExactly(Permission.MANAGE_USERS_AND_GROUPS);
    }

    @Test
    void every_action_takes_the_permission() {
        var auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        assertThat(Stream.<Runnable>of(
                        groups::all,
                        () -> groups.create(auditor.id(), new UserGroupEdit("New", "", Set.of())),
                        () -> administration.disable(auditor.id(), administrator.id()),
                        () -> administration.remove(administrator.id(), auditor.id(), UserStatus.ACTIVE)))
                .allSatisfy(action -> assertThatExceptionOfType(AccessDeniedException.class)
                        .isThrownBy(() -> people.does(auditor, action)));
    }

    @Test
    void a_group_is_created_changed_filled_and_deleted() {
        var member = people.member();
        does(() -> create("Auditors", "They look", Set.of(Permission.VIEW_AUDIT_TRAIL)));
        var created = group("Auditors");
        does(() -> groupMembers.add(administrator.id(), created.id(), member.id()));
        assertThat(users.permissionsOf(member.id())).containsExactly(Permission.VIEW_AUDIT_TRAIL);
        does(() -> edit(created, new UserGroupEdit("Watchers", "", Set.of())));
        assertThat(users.permissionsOf(member.id())).isEmpty();
        assertThat(group("Watchers").members()).isOne();
        does(() -> groupMembers.remove(administrator.id(), created.id(), member.id()));
        assertThat(group("Watchers").members()).isZero();
        assertRefused(() -> create("watchers", "", Set.of()), "groups.refused.name-taken");
        assertRefused(() -> create("x".repeat(2_000), "", Set.of()), "name.refused.length");
        assertRefused(() -> create("Long", "x".repeat(2_000), Set.of()), "description.refused");
        assertRefused(() -> create(" ", "", Set.of()), "name.refused.length");
        does(() -> groups.delete(
                administrator.id(), created.id(), group("Watchers").version(), 0));

        assertThat(trail.actionsBy(administrator, "GROUP"))
                .containsExactly(
                        "GROUP_CREATED",
                        "GROUP_MEMBER_ADDED",
                        "GROUP_CHANGED",
                        "GROUP_MEMBER_REMOVED",
                        "GROUP_DELETED");
    }

    @Test
    void FIELD_T5_no_group_looks_like_another_and_one_that_keeps_its_name_is_changed_all_the_same() {
        does(() -> create("Finance", "", Set.of()));

        assertRefused(() -> create("F\u0131nance", "", Set.of()), "groups.refused.name-alike");
        assertRefused(() -> create("Account Adm\u0456nistrator", "", Set.of()), "groups.refused.name-alike");
        assertRefused(() -> create("\u200b", "", Set.of()), "name.refused.invisible");
        assertRefused(() -> create("x", "\u202etxet", Set.of()), "description.refused");
        does(() -> create(" Human \u00a0 Resources ", "", Set.of()));
        var created = group("Human Resources");
        assertRefused(
                () -> edit(created, new UserGroupEdit("F\u0131nance", "", Set.of())), "groups.refused.name-alike");
        does(() -> edit(created, new UserGroupEdit("Human Resources", "People", Set.of())));
        assertThat(group("Human Resources").description()).isEqualTo("People");
    }

    @Test
    void FIELD_T5_of_two_groups_that_look_alike_and_come_at_once_one_is_there() throws Exception {
        var names = List.of("Treasury", "Tre\u0430sury");
        var next = new AtomicInteger();

        var done = Parallel.times(2, () -> {
            var name = names.get(next.getAndIncrement());
            try {
                does(() -> create(name, "", Set.of()));
                return true;
            } catch (RefusedException refused) {
                return false;
            }
        });

        assertThat(done).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void FIELD_T5_the_rule_for_names_holds_for_users_too() {
        var member = people.member();

        assertRefused(
                () -> edit(administrator, member, new UserEdit("Mallory\u202emoc.elpmaxe@nimda", Set.of())),
                "name.refused.character");
        assertRefused(() -> edit(administrator, member, new UserEdit("\u3164", Set.of())), "name.refused.invisible");
        does(() -> edit(administrator, member, new UserEdit(" Zoe\u0308  Lindqvist", Set.of())));
        assertThat(users.find(member.id()).orElseThrow().name()).isEqualTo("Zo\u00eb Lindqvist");
    }

    @Test
    void a_disabled_user_is_enabled_again_and_a_removed_one_is_gone() {
        var member = people.member();
        var epoch = users.find(member.id()).orElseThrow().sessionEpoch();
        does(() -> administration.disable(administrator.id(), member.id()));
        assertThat(users.find(member.id()).orElseThrow().sessionEpoch()).isGreaterThan(epoch);
        assertRefused(() -> administration.disable(administrator.id(), member.id()), "access.refused.user-changed");
        does(() -> administration.enable(administrator.id(), member.id()));
        assertThat(users.find(member.id()).orElseThrow().isActive()).isTrue();
        does(() -> administration.remove(administrator.id(), member.id(), UserStatus.ACTIVE));
        assertThat(users.find(member.id())).isEmpty();
        assertRefused(
                () -> administration.remove(administrator.id(), member.id(), UserStatus.ACTIVE),
                "access.refused.user-gone");
    }

    private void create(String name, String description, Set<Permission> permissions) {
        groups.create(administrator.id(), new UserGroupEdit(name, description, permissions));
    }

    private void edit(UserGroupSummary group, UserGroupEdit wanted) {
        var version = groups.toEdit(group.id()).version();
        groups.change(administrator.id(), group.id(), new Versioned<>(version, wanted));
    }

    private void edit(Person actor, Person user, UserEdit wanted) {
        var version = administration.toEdit(user.id()).version();
        administration.change(actor.id(), user.id(), new Versioned<>(version, wanted));
    }

    private UserGroupSummary builtIn() {
        return people.as(administrator, groups::all).stream()
                .filter(UserGroupSummary::builtIn)
                .findFirst()
                .orElseThrow();
    }

    private UserGroupSummary group(String name) {
        return people.as(administrator, groups::all).stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void does(Runnable action) {
        people.does(administrator, action);
    }

    private void assertRefused(Runnable action, String messageKey) {
        Refusals.assertRefused(() -> does(action), messageKey);
    }
}
