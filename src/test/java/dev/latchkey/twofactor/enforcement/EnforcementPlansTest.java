package dev.latchkey.twofactor.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.AccountService;
import dev.latchkey.account.PlannedStart;
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
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.signup.SignUp;
import dev.latchkey.twofactor.signup.SignUpResult;
import dev.latchkey.user.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@LatchkeyTest
class EnforcementPlansTest {

    private static final Duration AHEAD = Duration.ofMinutes(10);

    @LocalServerPort
    private int port;

    @Autowired
    private EnforcementPlans plans;

    @Autowired
    private Enforcement enforcement;

    @Autowired
    private EnforcementStart begin;

    @Autowired
    private AccountService accounts;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private RuleAskers askers;

    @Autowired
    private SignUp signUp;

    @Autowired
    private InvitationLinks invitationLinks;

    @Autowired
    private People people;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private AuditLines trail;

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
        clock.toNextStep();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    /** Everybody who asks the rule, in Java and in SQL, whether or not the job of the start has run. */
    @ParameterizedTest
    @CsvSource({
        "-1, false, false",
        "-1, true,  true",
        " 0, false, true",
        " 0, true,  true",
        "+1, false, true",
        "+1, true,  true"
    })
    void FIELD_rule_a_planned_start_counts_from_its_instant_on(int seconds, boolean personal, boolean needed) {
        var member = people.member();
        AuthenticatorApp app = personal ? people.enrol(member) : null;
        var start = clock.instant().plus(AHEAD);
        plan(start);

        clock.advance(Duration.between(clock.instant(), start.plusSeconds(seconds)));
        var begun = seconds >= 0;

        assertThat(people.as(administrator, () -> enforcement.isOn(accounts.current())))
                .isEqualTo(begun);
        assertThat(people.as(member, () -> plans.startFor(member.id())).isPresent())
                .isEqualTo(!begun && !personal);
        var token = invitationLinks.tokenFor(new EmailAddress("nia@example.com"), administrator);
        assertThat(signUp.join(token, "Nia New", People.PASSWORD))
                .isInstanceOf(begun ? SignUpResult.CodeNeeded.class : SignUpResult.Done.class);
        askers.assertAnswers(administrator, member, needed, begun, app);
    }

    @Test
    void whoever_is_signed_in_at_the_start_stays_so_and_the_next_login_asks() {
        var member = people.member();
        var early = new Browser(port);
        early.logIn(member.email(), People.PASSWORD);
        var start = clock.instant().plus(AHEAD);
        plan(start);

        clock.advance(Duration.between(clock.instant(), start));

        assertThat(early.open("/profile").statusCode()).isEqualTo(200);
        assertThat(Browser.leadsTo(new Browser(port).logIn(member.email(), People.PASSWORD)))
                .isEqualTo("/login/verify");
    }

    @Test
    void the_mails_that_leave_at_once_say_the_date_and_bring_no_secret_and_those_of_the_start_do() {
        var member = people.member();
        var start = clock.instant().plus(AHEAD);

        assertThat(plan(start)).isEqualTo(1);
        outbox.run();

        var announced = new Mailbox(member.email()).await(1, "you will soon need a code");
        assertThat(announced.images()).isEmpty();
        assertThat(announced.text())
                .contains(String.valueOf(start.atZone(ZoneOffset.UTC).getYear()))
                .containsSubsequence(
                        "1. Get an authenticator app",
                        "2. Choose \"Set up now\"",
                        "on the phone with the app",
                        "3. Enter the six-digit code",
                        "/profile?set-up",
                        "Ask your administrator.");
        assertThat(storedSecrets(member)).isZero();

        clock.advance(Duration.between(clock.instant(), start));
        begin.beginDue();
        outbox.run();
        assertThat(new Mailbox(member.email())
                        .await(1, "set up two-factor authentication")
                        .images())
                .isNotEmpty();
    }

    @Test
    void of_all_nodes_one_does_what_belongs_to_the_start() throws Exception {
        var member = people.member();
        var start = clock.instant().plus(AHEAD);
        plan(start);
        begin.beginDue();
        assertThat(outbox.statusesTo(member, "SECRET_ENFORCED")).as("too early").isEmpty();
        var before = lastEntry();

        clock.advance(Duration.between(clock.instant(), start));
        Parallel.times(8, () -> {
            begin.beginDue();
            return true;
        });

        assertThat(outbox.statusesTo(member, "SECRET_ENFORCED")).hasSize(1);
        assertThat(trail.after(before))
                .filteredOn(line -> line.action().startsWith("ENFORCEMENT"))
                .extracting(AuditLines.Line::withoutSubject)
                .containsExactly("ENFORCEMENT_BEGUN 1");
    }

    @Test
    void a_plan_is_changed_and_cancelled_with_a_line_for_each_and_then_nothing_begins() {
        var member = people.member();
        var first = clock.instant().plus(AHEAD);
        var second = first.plus(AHEAD);
        plan(first);
        plan(second);
        assertThat(accounts.current().enforcedSince()).isEqualTo(second);

        cancel();
        clock.advance(AHEAD.plus(AHEAD));
        begin.beginDue();

        assertThat(twoFactor.isCodeRequired(member.id())).isFalse();
        assertThat(outbox.recipientsOf("ENFORCEMENT_PLANNED", "WAITING")).isEmpty();
        assertThat(trail.by(administrator))
                .filteredOn(line -> line.action().startsWith("ENFORCEMENT"))
                .extracting(AuditLines.Line::withoutSubject)
                .containsExactly(
                        "ENFORCEMENT_PLANNED " + first,
                        "ENFORCEMENT_PLAN_CHANGED " + second,
                        "ENFORCEMENT_PLAN_CANCELLED");
    }

    @Test
    void what_somebody_decided_on_another_state_of_things_is_refused() {
        var start = clock.instant().plus(AHEAD);
        var seen = accounts.current();
        plan(start);

        assertThat(Refusals.keyOf(() -> people.does(
                        administrator,
                        () -> plans.plan(administrator.id(), seen, PlannedStart.of(start.atOffset(ZoneOffset.UTC))))))
                .isEqualTo("enforcement.refused.flipped");
        assertThat(Refusals.keyOf(
                        () -> people.does(administrator, () -> enforcement.lift(administrator.id(), version()))))
                .as("nothing to lift before the start")
                .isEqualTo("enforcement.refused.flipped");
        clock.advance(Duration.between(clock.instant(), start));
        assertThat(Refusals.keyOf(this::cancel)).as("too late").isEqualTo("enforcement.refused.flipped");
        assertThat(Refusals.keyOf(() -> plan(start.plus(AHEAD)))).isEqualTo("enforcement.refused.flipped");
        people.does(administrator, () -> enforcement.lift(administrator.id(), version()));
        assertThat(accounts.current().enforcedSince()).isNull();
    }

    @Test
    void enforcing_now_takes_the_place_of_a_plan() {
        var member = people.member();
        plan(clock.instant().plus(AHEAD));

        people.does(administrator, () -> enforcement.enforce(administrator.id(), accounts.current()));

        assertThat(twoFactor.isCodeRequired(member.id())).isTrue();
        assertThat(outbox.recipientsOf("ENFORCEMENT_PLANNED", "WAITING")).isEmpty();
        assertThat(outbox.statusesTo(member, "SECRET_ENFORCED")).hasSize(1);
    }

    @Test
    void a_start_is_later_than_now_and_at_most_a_year_away_and_for_who_is_protected() {
        var now = clock.instant();
        var year = now.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
        assertThat(List.of(now, now.minusSeconds(1), year.plusSeconds(1)))
                .allSatisfy(
                        start -> assertThat(Refusals.keyOf(() -> plan(start))).isEqualTo("enforcement.refused.start"));
        var another = people.administrator();
        assertThat(Refusals.keyOf(() -> people.does(
                        another,
                        () -> plans.plan(
                                another.id(),
                                accounts.current(),
                                PlannedStart.of(now.plus(AHEAD).atOffset(ZoneOffset.UTC))))))
                .isEqualTo("enforcement.refused.own-first");
        assertThat(accounts.current().enforcedSince()).as("nothing of it stays").isNull();

        plan(year);
    }

    private int plan(Instant start) {
        return people.as(
                administrator,
                () -> plans.plan(
                        administrator.id(), accounts.current(), PlannedStart.of(start.atOffset(ZoneOffset.UTC))));
    }

    private void cancel() {
        people.does(administrator, () -> plans.cancel(administrator.id(), version()));
    }

    private long version() {
        return accounts.current().enforcementVersion();
    }

    private int storedSecrets(Person person) {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM enrolment WHERE user_id = ? AND secret_ciphertext IS NOT NULL",
                Integer.class,
                person.id());
    }

    private long lastEntry() {
        return jdbc.queryForObject("SELECT MAX(id) FROM audit_entry", Long.class);
    }
}
