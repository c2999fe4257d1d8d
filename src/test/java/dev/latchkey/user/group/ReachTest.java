package dev.latchkey.user.group;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaMethod;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.common.Versioned;
import dev.latchkey.mail.Outbox;
import dev.latchkey.signin.browser.KnownBrowserAdministration;
import dev.latchkey.signin.session.SessionAdministration;
import dev.latchkey.support.CallGraph;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.PasswordLinks;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Refusals;
import dev.latchkey.twofactor.code.SignInUnlock;
import dev.latchkey.twofactor.directory.MemberMails;
import dev.latchkey.twofactor.reset.TwoFactorReset;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.SteppedUpOver;
import dev.latchkey.user.access.SteppedUpOverGroup;
import dev.latchkey.user.administration.UserAdministration;
import dev.latchkey.user.administration.UserEdit;
import dev.latchkey.user.identity.UserAddress;
import dev.latchkey.user.invitation.Invitations;
import dev.latchkey.user.password.PasswordMail;
import dev.latchkey.user.password.PasswordRepository;
import dev.latchkey.user.password.reset.PasswordResetHold;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A helpdesk helps, and does not become the administrator whom it helps. */
@LatchkeyTest
class ReachTest {

    @Autowired
    private UserAdministration users;

    @Autowired
    private UserGroups groups;

    @Autowired
    private UserGroupMembers groupMembers;

    @Autowired
    private Invitations invitations;

    @Autowired
    private TwoFactorReset reset;

    @Autowired
    private SignInUnlock unlock;

    @Autowired
    private UserAddress addresses;

    @Autowired
    private PasswordResetHold hold;

    @Autowired
    private SessionAdministration sessions;

    @Autowired
    private KnownBrowserAdministration browsers;

    @Autowired
    private PasswordRepository passwords;

    @Autowired
    private MemberMails memberMails;

    @Autowired
    private Outbox outbox;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private People people;

    private Person administrator;
    private Person helpdesk;
    private Person acting;

    @BeforeEach
    void anAdministratorAndAHelpdesk() {
        people.startOver();
        administrator = people.administrator();
        helpdesk = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void FIELD_A10_nothing_is_done_to_a_user_with_more_permissions() {
        people.enrol(administrator);

        assertThat(actionsOn(administrator))
                .allSatisfy((name, action) ->
                        assertThat(refusalOf(helpdesk, action)).as(name).isEqualTo("access.refused.user-beyond-reach"));
        assertThat(people.epochOf(administrator))
                .as("the epoch since the enrolment")
                .isOne();
    }

    @Test
    void FIELD_A10_the_control_a_user_without_more_permissions_is_helped() {
        var answers = new TreeMap<String, String>();
        actionsOn(people.memberWith(Permission.MANAGE_USERS_AND_GROUPS))
                .forEach((name, action) ->
                        answers.put(name, Objects.requireNonNullElse(refusalOf(helpdesk, action), "done")));

        assertThat(answers)
                .as("what is refused is so for other reasons: there is nothing to do it to")
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        entry("Invitations.sendAgain", "access.refused.user-changed"),
                        entry("KnownBrowserAdministration.forget", "done"),
                        entry("MemberMails.retry", "users.delivery.retried-already"),
                        entry("PasswordResetHold.end", "access.refused.user-changed"),
                        entry("SessionAdministration.end", "done"),
                        entry("SessionAdministration.endAll", "done"),
                        entry("SignInUnlock.unlock", "done"),
                        entry("TwoFactorReset.reset", "reset.refused.no-code-needed"),
                        entry("UserAddress.request", "done"),
                        entry("UserAddress.withdraw", "done"),
                        entry("UserAdministration.change", "name.refused.length"),
                        entry("UserAdministration.disable", "done"),
                        entry("UserAdministration.enable", "done"),
                        entry("UserAdministration.remove", "done"),
                        entry("UserGroupMembers.add", "access.refused.group-gone"),
                        entry("UserGroupMembers.remove", "access.refused.group-gone")));
        assertThat(actionsOn(administrator))
                .allSatisfy((name, action) -> assertThat(refusalOf(administrator, action))
                        .as(name)
                        .isNotEqualTo("access.refused.user-beyond-reach"));
    }

    @Test
    void FIELD_A10_FIELD_A11_every_action_on_a_user_takes_their_permissions_and_a_proof_and_is_in_this_table() {
        var onUsers = CallGraph.entryPoints()
                .filter(method -> hasParameters(method, "actorId", "userId"))
                .toList();

        assertThat(onUsers).isNotEmpty().allMatch(method -> method.isAnnotatedWith(SteppedUpOver.class));
        assertThat(actionsOn(administrator).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        onUsers.stream().map(CallGraph::nameOf).collect(Collectors.toSet()));
        assertThat(CallGraph.entryPoints().filter(method -> hasParameters(method, "actorId", "groupId")))
                .isNotEmpty()
                .allMatch(method -> method.isAnnotatedWith(SteppedUpOver.class)
                        || method.isAnnotatedWith(SteppedUpOverGroup.class));
    }

    @Test
    void FIELD_A10_a_group_that_gives_more_is_neither_changed_nor_deleted() {
        var accountants = people.memberWith(Permission.MANAGE_ACCOUNT);
        var group = people.groupOf(accountants);

        assertThat(refusalOf(
                        helpdesk,
                        () -> groups.change(
                                helpdesk.id(), group, new Versioned<>(0, new UserGroupEdit("Interns", "", Set.of())))))
                .isEqualTo("access.refused.group-beyond-reach");
        assertThat(refusalOf(helpdesk, () -> groups.delete(helpdesk.id(), group, 0, 1)))
                .isEqualTo("access.refused.group-beyond-reach");
        assertThat(refusalOf(administrator, () -> groups.delete(administrator.id(), group, 0, 1)))
                .as("the control")
                .isNull();
    }

    @Test
    void FIELD_A10_who_has_reset_the_second_factor_does_not_allow_the_password_too() {
        var second = people.administrator();
        var person = people.member();
        people.enrol(person);
        people.does(administrator, () -> reset.reset(administrator.id(), person.id(), SecretDelivery.BY_EMAIL));
        links.ask(person.email());

        assertThat(refusalOf(administrator, () -> hold.end(administrator.id(), person.id())))
                .isEqualTo("access.refused.own-two-factor-reset");
        assertThat(links.tokensOf(person)).isEmpty();
        assertThat(refusalOf(second, () -> hold.end(second.id(), person.id()))).isNull();
    }

    @Test
    void FIELD_A10_only_those_who_may_allow_a_password_are_asked_for_it() {
        var second = people.administrator();
        people.enrol(second);
        people.does(administrator, () -> reset.reset(administrator.id(), second.id(), SecretDelivery.BY_EMAIL));

        assertThat(passwords.releasersOf(second.id()))
                .as("neither the helpdesk nor who has reset it nor they themselves")
                .isEmpty();
        var third = people.administrator();
        assertThat(passwords.releasersOf(second.id())).containsExactly(third.id());
        links.ask(second.email());
        assertThat(outbox.countSince(PasswordMail.PASSWORD_RESET_WAITING, third.id(), Instant.EPOCH))
                .isOne();
    }

    @Test
    void FIELD_A10_a_refusal_is_told_in_a_sentence() {
        Refusals.assertRefused(
                () -> people.does(helpdesk, () -> users.remove(helpdesk.id(), administrator.id(), UserStatus.ACTIVE)),
                "access.refused.user-beyond-reach");
    }

    private Map<String, Runnable> actionsOn(Person person) {
        var id = person.id();
        var actions = new LinkedHashMap<String, Runnable>();
        actions.put("TwoFactorReset.reset", () -> reset.reset(actor(), id, SecretDelivery.BY_EMAIL));
        actions.put("PasswordResetHold.end", () -> hold.end(actor(), id));
        actions.put(
                "UserAddress.request",
                () -> addresses.request(actor(), id, new EmailAddress("new" + id + "@example.com")));
        actions.put("MemberMails.retry", () -> memberMails.retry(actor(), id, 0));
        actions.put("UserAddress.withdraw", () -> addresses.withdraw(actor(), id, "new" + id + "@example.com"));
        actions.put("SignInUnlock.unlock", () -> unlock.unlock(actor(), id));
        actions.put("SessionAdministration.end", () -> sessions.end(actor(), id, 0));
        actions.put("SessionAdministration.endAll", () -> sessions.endAll(actor(), id));
        actions.put("KnownBrowserAdministration.forget", () -> browsers.forget(actor(), id, 0));
        actions.put("Invitations.sendAgain", () -> invitations.sendAgain(actor(), id));
        actions.put("UserGroupMembers.add", () -> groupMembers.add(actor(), 0, id));
        actions.put("UserGroupMembers.remove", () -> groupMembers.remove(actor(), 0, id));
        actions.put(
                "UserAdministration.change",
                () -> users.change(actor(), id, new Versioned<>(0, new UserEdit("", Set.of()))));
        actions.put("UserAdministration.disable", () -> users.disable(actor(), id));
        actions.put("UserAdministration.enable", () -> users.enable(actor(), id));
        actions.put("UserAdministration.remove", () -> users.remove(actor(), id, UserStatus.ACTIVE));
        return actions;
    }

    private long actor() {
        return acting.id();
    }

    private String refusalOf(Person actor, Runnable action) {
        acting = actor;
        var thrown = catchThrowable(() -> people.does(actor, action));
        return thrown == null ? null : thrown.getMessage();
    }

    private static boolean hasParameters(JavaMethod method, String... names) {
        var parameters = Arrays.stream(method.reflect().getParameters())
                .map(java.lang.reflect.Parameter::getName)
                .collect(Collectors.toSet());
        return parameters.containsAll(Set.of(names));
    }
}
