package dev.latchkey.twofactor.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.recovery.RecoveryCode;
import dev.latchkey.twofactor.recovery.RecoveryCodes;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LatchkeyTest
class ReplacementTest {

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private RecoveryCodes recoveryCodes;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private TheAccount account;

    @Autowired
    private AuditLines trail;

    private Person person;
    private AuthenticatorApp old;

    @BeforeEach
    void somebodyWithAnApp() {
        person = people.member();
        clock.toNextStep();
        old = people.enrol(person);
        clock.toNextStep();
    }

    @Test
    void the_old_app_works_until_a_code_from_the_new_one_comes_and_not_after() {
        var replacement = propose();
        var recent = app(replacement);
        assertThat(replace(replacement, recent.wrongCode())).isEqualTo(new EnrolmentResult.Wrong());
        assertThat(signIn(recent.code())).isEqualTo(new CodeResult.Wrong());
        assertThat(signIn(old.code())).isEqualTo(new CodeResult.Accepted());

        clock.toNextStep();
        assertThat(replace(replacement, recent.code())).isInstanceOf(EnrolmentResult.Enrolled.class);

        clock.toNextStep();
        assertThat(signIn(old.code())).isEqualTo(new CodeResult.Wrong());
        assertThat(signIn(recent.code())).isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void the_code_that_proved_the_new_app_does_not_sign_in() {
        var replacement = propose();
        replace(replacement, app(replacement).code());

        assertThat(signIn(app(replacement).code())).isEqualTo(new CodeResult.Wrong());
    }

    @Test
    void recovery_codes_and_the_personal_switch_stay_and_nothing_is_mailed_any_more() {
        enrolments.markAsMailed(person);
        assertThat(status().secretMailed()).isTrue();
        var codes = people.recoveryCodesOf(person);
        var replacement = propose();

        var result = replace(replacement, app(replacement).code());

        assertThat(((EnrolmentResult.Enrolled) result).recoveryCodes()).isEmpty();
        assertThat(recoveryCodes.use(
                        person.id(), RecoveryCode.parse(codes.getFirst()).orElseThrow()))
                .isTrue();
        assertThat(status()).isEqualTo(new TwoFactorStatus(true, false, false));
    }

    @Test
    void whoever_never_had_recovery_codes_gets_them_with_the_new_app() {
        enrolments.takeRecoveryCodesFrom(person);
        var replacement = propose();

        var result = replace(replacement, app(replacement).code());

        assertThat(((EnrolmentResult.Enrolled) result).recoveryCodes()).isPresent();
    }

    @Test
    void it_works_while_enforcement_is_on() {
        account.enforce();
        try {
            var replacement = propose();
            assertThat(replace(replacement, app(replacement).code())).isInstanceOf(EnrolmentResult.Enrolled.class);
            assertThat(status()).isEqualTo(new TwoFactorStatus(true, true, false));
        } finally {
            account.lift();
        }
    }

    @Test
    void of_two_dialogs_the_second_changes_nothing_once_the_first_is_done() throws Exception {
        var first = propose();
        var second = propose();

        var results = Parallel.times(16, () -> replace(first, app(first).code()));

        assertThat(results)
                .filteredOn(EnrolmentResult.Enrolled.class::isInstance)
                .hasSize(1);
        assertThat(replace(second, app(second).code())).isEqualTo(new EnrolmentResult.Superseded());
        clock.toNextStep();
        assertThat(signIn(app(first).code())).isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void after_a_quarter_of_an_hour_the_dialog_is_too_old() {
        var replacement = propose();
        clock.advance(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(replace(replacement, "abc")).isEqualTo(new EnrolmentResult.Malformed());
        clock.advance(Duration.ofSeconds(1));

        assertThat(replace(replacement, app(replacement).code())).isEqualTo(new EnrolmentResult.Expired());
        assertThat(signIn(old.code())).isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void nothing_is_replaced_that_is_not_proven() {
        var unprotected = people.member();
        var replacement = people.as(unprotected, () -> twoFactor.propose(unprotected.id()));

        var result = people.as(
                unprotected,
                () -> twoFactor.replace(
                        unprotected.id(), replacement, app(replacement).code()));

        assertThat(result).isEqualTo(new EnrolmentResult.Superseded());
        assertThat(people.as(
                        unprotected, () -> twoFactor.statusOf(unprotected.id()).on()))
                .isFalse();
    }

    @Test
    void it_ends_other_sessions_and_is_told_and_audited() {
        var before = epoch();
        var replacement = propose();
        replace(replacement, app(replacement).code());
        outbox.run();

        assertThat(epoch()).isEqualTo(before + 1);
        assertThat(new Mailbox(person.email())
                        .await(1, "authenticator app replaced")
                        .text())
                .contains("Codes from the previous app no longer work.");
        assertThat(trail.actionsOn(person)).containsExactly("TWO_FACTOR_TURNED_ON", "SECRET_REPLACED");
    }

    private ProposedChange propose() {
        return people.as(person, () -> twoFactor.propose(person.id()));
    }

    private EnrolmentResult replace(ProposedChange replacement, String code) {
        return people.as(person, () -> twoFactor.replace(person.id(), replacement, code));
    }

    private AuthenticatorApp app(ProposedChange replacement) {
        return new AuthenticatorApp(replacement.proposed().secret().base32(), clock);
    }

    private CodeResult signIn(String code) {
        return twoFactor.verifyAtSignIn(person.id(), code);
    }

    private TwoFactorStatus status() {
        return people.as(person, () -> twoFactor.statusOf(person.id()));
    }

    private long epoch() {
        return people.epochOf(person);
    }
}
