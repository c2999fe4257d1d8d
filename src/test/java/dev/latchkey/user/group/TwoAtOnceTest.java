package dev.latchkey.user.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.latchkey.account.EmailDomains;
import dev.latchkey.account.PasswordRules;
import dev.latchkey.common.StaleVersionException;
import dev.latchkey.common.Versioned;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.administration.UserAdministration;
import dev.latchkey.user.administration.UserEdit;
import dev.latchkey.user.settings.AccountSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two administrators at the same thing: the second one undoes nothing that the first one did. */
@LatchkeyTest
class TwoAtOnceTest {

    @Autowired
    private UserAdministration users;

    @Autowired
    private UserGroups groups;

    @Autowired
    private UserGroupMembers groupMembers;

    @Autowired
    private AccountSettings settings;

    @Autowired
    private People people;

    private Person first;
    private Person second;
    private Person member;
    private long group;

    @BeforeEach
    void twoAdministratorsAndSomebodyWhoMayDoSomething() {
        people.startOver();
        first = people.administrator();
        second = people.administrator();
        member = people.memberWith(Permission.MANAGE_ACCOUNT);
        group = people.as(first, () -> users.toEdit(member.id())).value().groupIds().stream()
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void FIELD_T4_whatever_the_path_a_permission_that_was_taken_away_does_not_come_back_with_a_name() {
        paths().forEach((name, path) -> {
            var seen = people.as(first, () -> users.toEdit(member.id()));
            people.does(second, path);

            assertThat(catchThrowable(() -> people.does(
                            first,
                            () -> users.change(
                                    first.id(),
                                    member.id(),
                                    new Versioned<>(
                                            seen.version(),
                                            new UserEdit(
                                                    "Mia Married", seen.value().groupIds()))))))
                    .as(name)
                    .isInstanceOf(StaleVersionException.class);
            assertThat(people.nameOf(member)).as(name).isEqualTo("Mia Member");
        });
        assertThat(people.permissionsOf(member)).isEmpty();
    }

    @Test
    void FIELD_T4_a_group_saved_from_what_was_seen_before_gives_no_permission_back() {
        var seen = people.as(first, () -> groups.toEdit(group));
        people.does(second, () -> change(second, group, seen.version(), edit(seen, Set.of())));

        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> people.does(
                        first,
                        () -> change(
                                first,
                                group,
                                seen.version(),
                                new UserGroupEdit("Renamed", "", seen.value().permissions()))));
        assertThat(people.permissionsOf(member)).isEmpty();
    }

    @Test
    void FIELD_T4_settings_saved_from_what_was_seen_before_undo_nothing() {
        var rules = people.as(first, settings::passwordRules);
        var domains = people.as(first, settings::emailDomains);
        var strict = new PasswordRules(20, true, true, true, true);
        var ours = EmailDomains.parse("example.com");
        people.does(second, () -> {
            settings.changePasswordRules(second.id(), new Versioned<>(rules.version(), strict));
            settings.changeEmailDomains(second.id(), new Versioned<>(domains.version(), ours));
        });

        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> people.does(first, () -> settings.changePasswordRules(first.id(), rules)));
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> people.does(first, () -> settings.changeEmailDomains(first.id(), domains)));
        assertThat(people.as(first, settings::passwordRules).value()).isEqualTo(strict);
        assertThat(people.as(first, settings::emailDomains).value()).isEqualTo(ours);
    }

    @Test
    void FIELD_T4_from_what_stands_now_the_second_one_saves_too_and_writes_what_they_changed_alone() {
        people.does(second, () -> groupMembers.remove(second.id(), group, member.id()));
        var now = people.as(first, () -> users.toEdit(member.id()));

        people.does(
                first,
                () -> users.change(
                        first.id(),
                        member.id(),
                        new Versioned<>(
                                now.version(),
                                new UserEdit("Mia Married", now.value().groupIds()))));

        assertThat(people.nameOf(member)).isEqualTo("Mia Married");
        assertThat(people.permissionsOf(member)).isEmpty();
    }

    @Test
    void FIELD_A15_of_administrators_who_save_one_group_at_the_same_moment_one_succeeds() throws Exception {
        var seen = people.as(first, () -> groups.toEdit(group));
        var wishes = List.of(Set.<Permission>of(), Set.of(Permission.VIEW_AUDIT_TRAIL));
        var turns = new AtomicInteger();

        var outcomes = Parallel.times(2, () -> {
            var turn = turns.getAndIncrement();
            var actor = turn == 0 ? first : second;
            return String.valueOf(catchThrowable(() ->
                    people.does(actor, () -> change(actor, group, seen.version(), edit(seen, wishes.get(turn))))));
        });

        assertThat(outcomes).containsExactlyInAnyOrder("null", new StaleVersionException().toString());
        assertThat(wishes)
                .contains(people.as(first, () -> groups.toEdit(group)).value().permissions());
        assertThat(people.permissionsOf(member)).doesNotContain(Permission.MANAGE_ACCOUNT);
    }

    @Test
    void FIELD_A15_of_many_who_save_one_user_at_the_same_moment_one_succeeds_and_nobody_fails_otherwise()
            throws Exception {
        var seen = people.as(first, () -> users.toEdit(member.id()));
        var turns = new AtomicInteger();

        var outcomes = Parallel.times(16, () -> {
            var name = "Mia " + turns.incrementAndGet();
            var wanted = new Versioned<>(seen.version(), new UserEdit(name, Set.of()));
            return String.valueOf(catchThrowable(
                    () -> people.does(first, () -> users.change(first.id(), member.id(), wanted))));
        });

        assertThat(outcomes).containsOnlyOnce("null").containsOnly("null", new StaleVersionException().toString());
        assertThat(people.permissionsOf(member)).isEmpty();
    }

    /** The ways in which a member loses a group. */
    private Map<String, Runnable> paths() {
        var paths = new LinkedHashMap<String, Runnable>();
        paths.put("the list of members", () -> groupMembers.remove(second.id(), group, member.id()));
        paths.put("the list of members, back in", () -> groupMembers.add(second.id(), group, member.id()));
        paths.put("the dialog of the user", () -> {
            var version = users.toEdit(member.id()).version();
            users.change(second.id(), member.id(), new Versioned<>(version, new UserEdit("Mia Member", Set.of())));
        });
        paths.put("back in again", () -> groupMembers.add(second.id(), group, member.id()));
        paths.put("the end of the group", () -> delete(group));
        return paths;
    }

    private void delete(long group) {
        var seen = groups.all().stream()
                .filter(one -> one.id() == group)
                .findFirst()
                .orElseThrow();
        groups.delete(second.id(), group, seen.version(), seen.members());
    }

    private void change(Person actor, long groupId, long version, UserGroupEdit wanted) {
        groups.change(actor.id(), groupId, new Versioned<>(version, wanted));
    }

    private static UserGroupEdit edit(Versioned<UserGroupEdit> seen, Set<Permission> permissions) {
        return new UserGroupEdit(seen.value().name(), seen.value().description(), permissions);
    }
}
