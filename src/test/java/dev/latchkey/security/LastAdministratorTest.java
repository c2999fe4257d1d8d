package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.account.SecretDelivery;
import dev.latchkey.common.RefusedException;
import dev.latchkey.common.Versioned;
import dev.latchkey.signin.code.TestSignIn;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.reset.TwoFactorReset;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.administration.UserAdministration;
import dev.latchkey.user.administration.UserEdit;
import dev.latchkey.user.group.UserGroupMembers;
import dev.latchkey.user.group.UserGroupSummary;
import dev.latchkey.user.group.UserGroups;
import dev.latchkey.user.invitation.InvitationResult;
import dev.latchkey.user.invitation.Invitations;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

@SecurityTest
class LastAdministratorTest {

    private static final String REFUSAL = "access.refused.last-administrator";

    @Autowired
    private People people;

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
    private TwoFactorService twoFactor;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private AuditLines trail;

    @Autowired
    private JdbcTemplate jdbc;

    private Person last;
    private AuthenticatorApp app;

    @BeforeEach
    void onlyAnAdministratorWithAnApp() {
        people.startOver();
        last = people.administrator();
        app = people.enrol(last);
        clock.toNextStep();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void AC_R_21_the_last_administrator_is_not_deleted_demoted_disabled_or_reset_by_themselves() {
        assertThat(pathsBy(last))
                .allSatisfy((name, path) ->
                        assertThat(refusalOf(last, path)).as(name).isEqualTo(REFUSAL));
    }

    @Test
    void AC_R_21_nor_by_an_administrator_who_could_not_sign_in_afterwards() {
        var locked = people.administrator();
        people.enrol(locked);
        enrolments.lock(locked);
        var waiting = people.administrator();
        jdbc.update(
                "INSERT INTO enrolment (user_id, personal_switch, version, secret_ciphertext, origin, issued_at, expires_at)"
                        + " VALUES (?, TRUE, 1, 'pending', 'BY_EMAIL', ?, ?)",
                waiting.id(),
                Timestamp.from(clock.instant()),
                Timestamp.from(clock.instant().plus(Duration.ofHours(72))));

        assertThat(List.of(locked, waiting))
                .allSatisfy(other -> assertThat(pathsBy(other))
                        .allSatisfy((name, path) ->
                                assertThat(refusalOf(other, path)).as(name).isEqualTo(REFUSAL)));
        assertThat(refusalOf(last, () -> users.remove(last.id(), waiting.id(), UserStatus.ACTIVE)))
                .as("the control: they themselves are no loss")
                .isNull();
    }

    @Test
    void AC_R_21_inviting_somebody_to_administer_does_not_make_the_last_one_replaceable() {
        var newcomer = new EmailAddress("newcomer" + last.id() + "@example.com");
        var invited = people.as(
                last,
                () -> invitations.invite(last.id(), newcomer, Set.of(builtIn().id())));
        assertThat(invited).isEqualTo(InvitationResult.INVITED);

        assertThat(pathsBy(last))
                .allSatisfy((name, path) ->
                        assertThat(refusalOf(last, path)).as(name).isEqualTo(REFUSAL));
    }

    @Test
    void AC_R_21_the_group_itself_is_not_deleted() {
        assertThat(refusalOf(
                        last,
                        () -> groups.delete(
                                last.id(),
                                builtIn().id(),
                                builtIn().version(),
                                builtIn().members())))
                .isEqualTo("groups.refused.built-in");
    }

    @RepeatedTest(20)
    void AC_R_21_of_two_administrators_who_remove_each_other_at_the_same_moment_one_is_refused() throws Exception {
        var other = people.administrator();
        var turns = new AtomicInteger();
        var actions = List.<Runnable>of(
                as(last, () -> users.remove(last.id(), other.id(), UserStatus.ACTIVE)),
                as(other, () -> groupMembers.remove(other.id(), people.administratorGroup(), last.id())));

        var refusals = Parallel.times(2, () -> String.valueOf(refusalOf(actions.get(turns.getAndIncrement()))));

        assertThat(refusals).containsExactlyInAnyOrder("null", REFUSAL);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM user_group_member WHERE user_group = ?",
                        Integer.class,
                        people.administratorGroup()))
                .isOne();
    }

    @Test
    void
            AC_R_21_AC_S_05_whoever_knows_the_last_administrators_password_slows_them_down_but_does_not_freeze_the_account() {
        guess(150);

        assertThat(twoFactor.verifyAtSignIn(last.id(), app.code()))
                .as("within the hour")
                .isEqualTo(new CodeResult.Delayed(Duration.ofHours(1)));
        assertThat(wrongCodes()).isEqualTo(99);
        assertThat(new Mailbox(last.email()).await(1, "someone is guessing").text())
                .contains("Choose a new password", "isn't locked: we check one code an hour");
        assertThat(alerts()).as("one a day, of 51 hours").isEqualTo(3);
        clock.advance(Duration.ofHours(1));
        assertThat(twoFactor.verifyAtSignIn(last.id(), app.code())).isEqualTo(new CodeResult.Accepted());
        assertThat(wrongCodes()).isZero();
    }

    @Test
    void AC_R_21_AC_S_05_of_parallel_guesses_at_the_last_administrator_one_an_hour_is_looked_at() throws Exception {
        guess(99);
        clock.advance(Duration.ofHours(1));

        var results = Parallel.times(16, () -> twoFactor.verifyAtSignIn(last.id(), app.wrongCode()));

        assertThat(results.stream().filter(CodeResult.Wrong.class::isInstance)).hasSize(1);
    }

    @Test
    void AC_R_21_AC_S_05_once_there_is_another_administrator_the_ordinary_stop_falls() {
        guess(120);
        people.administrator();

        guess(1);

        clock.advance(Duration.ofHours(1));
        assertThat(twoFactor.verifyAtSignIn(last.id(), app.code())).isEqualTo(new CodeResult.Locked());
    }

    private Map<String, Runnable> pathsBy(Person actor) {
        var paths = new LinkedHashMap<String, Runnable>();
        paths.put("disable", () -> users.disable(actor.id(), last.id()));
        paths.put("remove", () -> users.remove(actor.id(), last.id(), UserStatus.ACTIVE));
        paths.put(
                "edit",
                () -> users.change(
                        actor.id(),
                        last.id(),
                        new Versioned<>(users.toEdit(last.id()).version(), new UserEdit("Ada", Set.of()))));
        paths.put(
                "take out of the group", () -> groupMembers.remove(actor.id(), people.administratorGroup(), last.id()));
        paths.put("reset", () -> reset.reset(actor.id(), last.id(), SecretDelivery.BY_EMAIL));
        return paths;
    }

    private void guess(int times) {
        IntStream.range(0, times).forEach(i -> {
            clock.advance(Duration.ofHours(1));
            assertThat(twoFactor.verifyAtSignIn(last.id(), app.wrongCode())).isEqualTo(new CodeResult.Wrong());
        });
    }

    /** Signed in before the other one begins, so that it is the guard that decides and not the permission that is gone. */
    private Runnable as(Person actor, Runnable action) {
        var signedIn =
                TestSignIn.withBothFactors(actor.id(), actor.email(), EnumSet.allOf(Permission.class), clock.instant());
        return () -> {
            SecurityContextHolder.setContext(new SecurityContextImpl(signedIn));
            try {
                action.run();
            } finally {
                SecurityContextHolder.clearContext();
            }
        };
    }

    private @Nullable String refusalOf(Person actor, Runnable action) {
        return refusalOf(() -> people.does(actor, action));
    }

    private static @Nullable String refusalOf(Runnable action) {
        var refusal = catchThrowableOfType(RefusedException.class, action::run);
        return refusal == null ? null : refusal.messageKey();
    }

    private int wrongCodes() {
        return enrolments.wrongCodesOf(last);
    }

    private int alerts() {
        return trail.count("LAST_ADMINISTRATOR_GUESSED", last);
    }

    private UserGroupSummary builtIn() {
        return people.as(last, groups::all).stream()
                .filter(UserGroupSummary::builtIn)
                .findFirst()
                .orElseThrow();
    }
}
