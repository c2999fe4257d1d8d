package dev.latchkey.twofactor.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.AuditLines;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LatchkeyTest
class TwoFactorServiceTest {

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private EnrolmentRepository enrolments;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TheAccount account;

    @Autowired
    private AuditLines trail;

    @Autowired
    private Enrolments stored;

    private Person person;

    @BeforeEach
    void newPerson() {
        person = people.member();
        clock.toNextStep();
    }

    @Test
    void a_proposed_secret_is_stored_nowhere() {
        people.as(person, () -> twoFactor.propose(person.id()));

        assertThat(stored.existsFor(person)).isFalse();
        assertThat(status().on()).isFalse();
    }

    @Test
    void the_first_right_code_makes_the_secret_the_users() {
        people.enrol(person);

        assertThat(status()).isEqualTo(new TwoFactorStatus(true, false, false));
        assertThat(twoFactor.isCodeRequired(person.id())).isTrue();
    }

    @Test
    void a_wrong_code_changes_nothing_and_the_same_secret_can_still_be_proven() {
        var proposed = propose();

        assertThat(turnOn(proposed, app(proposed).wrongCode())).isEqualTo(new EnrolmentResult.Wrong());
        assertThat(turnOn(proposed, "abc")).isEqualTo(new EnrolmentResult.Malformed());
        assertThat(stored.existsFor(person)).isFalse();
        assertThat(turnOn(proposed, app(proposed).code())).isInstanceOf(EnrolmentResult.Enrolled.class);
    }

    @Test
    void a_wrong_clock_is_explained_and_its_code_refused() {
        var proposed = propose();

        assertThat(turnOn(proposed, app(proposed).codeAhead(Duration.ofMinutes(2))))
                .isEqualTo(new EnrolmentResult.ClockOff(Duration.ofMinutes(2)));
        assertThat(turnOn(proposed, app(proposed).codeAhead(Duration.ofMinutes(-5))))
                .isEqualTo(new EnrolmentResult.ClockOff(Duration.ofMinutes(-5)));
        assertThat(status().on()).isFalse();
    }

    @Test
    void of_two_dialogs_the_second_changes_nothing_once_the_first_is_done() {
        var first = propose();
        var second = propose();
        turnOn(first, app(first).code());

        assertThat(turnOn(second, app(second).code())).isEqualTo(new EnrolmentResult.Superseded());
        clock.toNextStep();
        assertThat(signIn(app(first).code())).isEqualTo(new CodeResult.Accepted());
        assertThat(signIn(app(second).code())).isEqualTo(new CodeResult.Wrong());
    }

    @Test
    void what_is_not_six_digits_is_no_attempt() {
        var app = people.enrol(person);
        clock.toNextStep();
        IntStream.range(0, 20).forEach(i -> assertThat(signIn("12345x")).isEqualTo(new CodeResult.Malformed(6)));

        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void switching_off_takes_a_current_code_and_destroys_the_secret() {
        var app = people.enrol(person);
        clock.toNextStep();

        assertThat(turnOff(app.wrongCode())).isEqualTo(new SwitchOffResult.CodeRefused(new CodeResult.Wrong()));
        assertThat(turnOff(app.code())).isInstanceOf(SwitchOffResult.SwitchedOff.class);
        assertThat(status().on()).isFalse();
        assertThat(stored.hasSecret(person)).isFalse();
        clock.toNextStep();
        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Wrong());
    }

    @Test
    void after_switching_off_a_new_secret_can_be_proven() {
        var old = people.enrol(person);
        clock.toNextStep();
        turnOff(old.code());
        var proposed = propose();

        assertThat(turnOn(proposed, app(proposed).code())).isInstanceOf(EnrolmentResult.Enrolled.class);
    }

    @Test
    void while_enforcement_is_on_switching_off_is_refused_by_the_server_too() {
        var app = people.enrol(person);
        clock.toNextStep();
        account.enforce();
        try {
            assertThat(turnOff(app.code())).isEqualTo(new SwitchOffResult.Refused());
            assertThat(enrolments.switchOff(
                            person.id(), enrolments.find(person.id()).version(), clock.instant()))
                    .isFalse();
            assertThat(status()).isEqualTo(new TwoFactorStatus(true, true, false));
        } finally {
            account.lift();
        }
    }

    @Test
    void turning_on_and_off_ends_other_sessions_and_leaves_a_line_in_the_audit_trail_each() {
        var app = people.enrol(person);
        clock.toNextStep();
        turnOff(app.code());

        assertThat(people.epochOf(person)).isEqualTo(2);
        assertThat(trail.on(person))
                .filteredOn(line -> line.isBy(person))
                .extracting(AuditLines.Line::action)
                .containsExactly("TWO_FACTOR_TURNED_ON", "TWO_FACTOR_TURNED_OFF");
    }

    private ProposedChange propose() {
        return people.as(person, () -> twoFactor.propose(person.id()));
    }

    private EnrolmentResult turnOn(ProposedChange proposed, String code) {
        return people.as(person, () -> twoFactor.turnOn(person.id(), proposed, code));
    }

    private SwitchOffResult turnOff(String code) {
        return people.as(person, () -> twoFactor.turnOff(person.id(), code));
    }

    private CodeResult signIn(String code) {
        return twoFactor.verifyAtSignIn(person.id(), code);
    }

    private TwoFactorStatus status() {
        return people.as(person, () -> twoFactor.statusOf(person.id()));
    }

    private AuthenticatorApp app(ProposedChange proposed) {
        return new AuthenticatorApp(proposed.proposed().secret().base32(), clock);
    }
}
