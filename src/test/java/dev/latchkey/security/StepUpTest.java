package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.latchkey.account.Account;
import dev.latchkey.account.EmailDomains;
import dev.latchkey.account.Organisation;
import dev.latchkey.account.PasswordRules;
import dev.latchkey.account.PlannedStart;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.common.Versioned;
import dev.latchkey.signin.browser.KnownBrowserAdministration;
import dev.latchkey.signin.code.TestSignIn;
import dev.latchkey.signin.session.SessionAdministration;
import dev.latchkey.support.ImportedClasses;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.bulk.BulkAction;
import dev.latchkey.twofactor.bulk.BulkOrders;
import dev.latchkey.twofactor.bulk.BulkWish;
import dev.latchkey.twofactor.code.SignInUnlock;
import dev.latchkey.twofactor.directory.MemberMails;
import dev.latchkey.twofactor.enforcement.Enforcement;
import dev.latchkey.twofactor.enforcement.EnforcementPlans;
import dev.latchkey.twofactor.enforcement.group.EnforcedGroup;
import dev.latchkey.twofactor.enforcement.group.GroupEnforcement;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.recovery.RecoveryCodes;
import dev.latchkey.twofactor.reset.TwoFactorReset;
import dev.latchkey.twofactor.transfer.ImportPreview;
import dev.latchkey.twofactor.transfer.Imports;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.RecentFactor;
import dev.latchkey.user.access.SteppedUpActor;
import dev.latchkey.user.access.SteppedUpOver;
import dev.latchkey.user.access.SteppedUpOverGroup;
import dev.latchkey.user.access.SteppedUpThemselves;
import dev.latchkey.user.administration.UserAdministration;
import dev.latchkey.user.administration.UserEdit;
import dev.latchkey.user.group.UserGroupEdit;
import dev.latchkey.user.group.UserGroupMembers;
import dev.latchkey.user.group.UserGroups;
import dev.latchkey.user.identity.OwnAddress;
import dev.latchkey.user.identity.UserAddress;
import dev.latchkey.user.invitation.Invitations;
import dev.latchkey.user.password.OwnPassword;
import dev.latchkey.user.password.reset.PasswordResetHold;
import dev.latchkey.user.settings.AccountSettings;
import dev.latchkey.user.settings.OrganisationSettings;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

@SecurityTest
class StepUpTest {

    private static final long NOBODY = 0;

    private static final UserGroupEdit AUDITORS = new UserGroupEdit("Auditors", "", Set.of());

    @Autowired
    private People people;

    @Autowired
    private Enforcement enforcement;

    @Autowired
    private EnforcementPlans plans;

    @Autowired
    private GroupEnforcement groupEnforcement;

    @Autowired
    private AccountSettings settings;

    @Autowired
    private OrganisationSettings organisation;

    @Autowired
    private TwoFactorReset reset;

    @Autowired
    private OwnPassword ownPassword;

    @Autowired
    private OwnAddress ownAddress;

    @Autowired
    private UserAddress addresses;

    @Autowired
    private PasswordResetHold hold;

    @Autowired
    private SignInUnlock unlock;

    @Autowired
    private RecoveryCodes recoveryCodes;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private UserAdministration users;

    @Autowired
    private BulkOrders bulk;

    @Autowired
    private UserGroups groups;

    @Autowired
    private UserGroupMembers groupMembers;

    @Autowired
    private Invitations invitations;

    @Autowired
    private ImportPreview importPreview;

    @Autowired
    private Imports imports;

    @Autowired
    private SessionAdministration sessions;

    @Autowired
    private KnownBrowserAdministration browsers;

    @Autowired
    private MemberMails memberMails;

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
        SecurityContextHolder.clearContext();
    }

    @Test
    void AC_S_11_AC_S_13_AC_V_11_ten_minutes_after_the_last_code_no_grave_action_is_done() {
        people.enrol(administrator);
        var actions = destructiveActions();
        assertThat(actions.keySet()).containsAll(namesOfSteppedUpMethods());

        signedInBefore(RecentFactor.VALIDITY);
        assertThat(actions)
                .allSatisfy(
                        (name, action) -> assertThat(isDenied(action)).as(name).isTrue());

        signedInBefore(RecentFactor.VALIDITY.minusSeconds(1));
        assertThat(actions)
                .allSatisfy((name, action) ->
                        assertThat(isDenied(action)).as(name + ", the control").isFalse());
    }

    @Test
    void AC_S_11_a_password_given_just_now_does_not_stand_in_for_the_code_of_whoever_has_one() {
        people.enrol(administrator);
        SecurityContextHolder.getContext()
                .setAuthentication(TestSignIn.withBothFactors(
                        administrator.id(),
                        administrator.email(),
                        EnumSet.allOf(Permission.class),
                        clock.instant(),
                        clock.instant().minus(RecentFactor.VALIDITY)));

        assertThat(catchThrowable(() -> groups.create(administrator.id(), AUDITORS)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void AC_S_13_who_only_invites_without_groups_is_not_asked_again() {
        signedInBefore(Duration.ofHours(1));

        invitations.invite(administrator.id(), new EmailAddress("newcomer@example.com"), Set.of());

        assertThat(catchThrowable(() -> invitations.invite(
                        administrator.id(), new EmailAddress("another@example.com"), Set.of(NOBODY))))
                .isInstanceOf(AccessDeniedException.class);
    }

    /** Of no version that there is. */
    private static Account nothingSeen() {
        return new Account(
                1, -1L, "", "", null, -1, SecretDelivery.BY_EMAIL, PasswordRules.DEFAULT, -1, EmailDomains.ALL, -1, -1);
    }

    private Map<String, Runnable> destructiveActions() {
        var actor = administrator.id();
        var actions = new HashMap<String, Runnable>();
        actions.put("Enforcement.enforce", () -> enforcement.enforce(actor, nothingSeen()));
        actions.put("Enforcement.lift", () -> enforcement.lift(actor, -1));
        var start = PlannedStart.of(clock.instant().plusSeconds(60).atOffset(ZoneOffset.UTC));
        actions.put("EnforcementPlans.plan", () -> plans.plan(actor, nothingSeen(), start));
        actions.put(
                "GroupEnforcement.enforce",
                () -> groupEnforcement.enforce(actor, nothingSeen(), Set.of(-1L), Optional.empty()));
        actions.put(
                "GroupEnforcement.lift",
                () -> groupEnforcement.lift(actor, new EnforcedGroup(-1, "Nobody", start.start(), 0)));
        actions.put("EnforcementPlans.cancel", () -> plans.cancel(actor, -1));
        actions.put("Enforcement.deliverSecrets", () -> enforcement.deliverSecrets(actor, SecretDelivery.BY_EMAIL));
        actions.put(
                "AccountSettings.changePasswordRules",
                () -> settings.changePasswordRules(actor, new Versioned<>(NOBODY, PasswordRules.DEFAULT)));
        actions.put(
                "AccountSettings.changeEmailDomains",
                () -> settings.changeEmailDomains(actor, new Versioned<>(NOBODY, EmailDomains.ALL)));
        actions.put(
                "OrganisationSettings.change",
                () -> organisation.change(actor, new Versioned<>(NOBODY, new Organisation("Example Inc", ""))));
        actions.put("OrganisationSettings.changeLogo", () -> organisation.changeLogo(actor, new byte[0]));
        actions.put("OrganisationSettings.removeLogo", () -> organisation.removeLogo(actor));
        actions.put("TwoFactorReset.reset", () -> reset.reset(actor, NOBODY, SecretDelivery.BY_EMAIL));
        actions.put(
                "BulkOrders.place",
                () -> bulk.place(
                        actor, new BulkWish("none", BulkAction.DISABLE, null, SecretDelivery.BY_EMAIL), List.of()));
        actions.put("PasswordResetHold.end", () -> hold.end(actor, NOBODY));
        actions.put("OwnPassword.change", () -> ownPassword.change(actor, -1, "quince and medlar"));
        actions.put(
                "OwnAddress.request", () -> ownAddress.request(actor, new EmailAddress("ada.lovelace@example.com")));
        actions.put(
                "UserAddress.request",
                () -> addresses.request(actor, NOBODY, new EmailAddress("ada.lovelace@example.com")));
        actions.put("MemberMails.retry", () -> memberMails.retry(actor, NOBODY, NOBODY));
        actions.put("UserAddress.withdraw", () -> addresses.withdraw(actor, NOBODY, ""));
        actions.put("KnownBrowserAdministration.forget", () -> browsers.forget(actor, NOBODY, NOBODY));
        actions.put("SignInUnlock.unlock", () -> unlock.unlock(actor, NOBODY));
        actions.put(
                "UserAdministration.change",
                () -> users.change(actor, NOBODY, new Versioned<>(NOBODY, new UserEdit("Mia", Set.of()))));
        actions.put("UserAdministration.disable", () -> users.disable(actor, NOBODY));
        actions.put("UserAdministration.enable", () -> users.enable(actor, NOBODY));
        actions.put("UserAdministration.remove", () -> users.remove(actor, NOBODY, UserStatus.ACTIVE));
        actions.put("SessionAdministration.end", () -> sessions.end(actor, NOBODY, NOBODY));
        actions.put("SessionAdministration.endAll", () -> sessions.endAll(actor, NOBODY));
        actions.put("Invitations.sendAgain", () -> invitations.sendAgain(actor, NOBODY));
        actions.put("ImportPreview.prepare", () -> importPreview.prepare(actor, new byte[0]));
        actions.put("Imports.start", () -> imports.start(actor, NOBODY));
        actions.put("Imports.undo", () -> imports.undo(actor, NOBODY));
        actions.put("Imports.sendNow", () -> imports.sendNow(actor, NOBODY));
        actions.put("UserGroups.create", () -> groups.create(actor, AUDITORS));
        actions.put("UserGroups.change", () -> groups.change(actor, NOBODY, new Versioned<>(NOBODY, AUDITORS)));
        actions.put("UserGroups.delete", () -> groups.delete(actor, NOBODY, 0, 0));
        actions.put("UserGroupMembers.add", () -> groupMembers.add(actor, NOBODY, NOBODY));
        actions.put("UserGroupMembers.remove", () -> groupMembers.remove(actor, NOBODY, NOBODY));
        actions.put("RecoveryCodes.firstSet", () -> recoveryCodes.firstSet(actor));
        actions.put("RecoveryCodes.newSet", () -> recoveryCodes.newSet(actor));
        actions.put("TwoFactorService.propose", () -> twoFactor.propose(actor));
        return actions;
    }

    private static boolean isDenied(Runnable action) {
        return catchThrowable(action::run) instanceof AccessDeniedException;
    }

    /** So that a action which is added later cannot be left out here. */
    private static Set<String> namesOfSteppedUpMethods() {
        return ImportedClasses.ofProduct().stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(SteppedUpActor.class)
                        || method.isAnnotatedWith(SteppedUpOver.class)
                        || method.isAnnotatedWith(SteppedUpOverGroup.class)
                        || method.isAnnotatedWith(SteppedUpThemselves.class))
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .collect(Collectors.toSet());
    }

    private void signedInBefore(Duration ago) {
        SecurityContextHolder.getContext()
                .setAuthentication(TestSignIn.withBothFactors(
                        administrator.id(),
                        administrator.email(),
                        EnumSet.allOf(Permission.class),
                        clock.instant().minus(ago)));
    }
}
