package dev.latchkey.twofactor.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.account.SecretDelivery;
import dev.latchkey.common.RefusedException;
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
import dev.latchkey.twofactor.enrolment.EnrolmentResult;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.reset.TwoFactorReset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LatchkeyTest
class RecoveryCodesTest {

    @Autowired
    private RecoveryCodes recoveryCodes;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private TwoFactorReset reset;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private AuditLines trail;

    private Person person;
    private AuthenticatorApp app;

    @BeforeEach
    void somebodyWithAnApp() {
        person = people.member();
        clock.toNextStep();
        app = people.enrol(person);
        clock.toNextStep();
    }

    @Test
    void turning_two_factor_authentication_on_brings_ten_codes_in_the_same_transaction() {
        var newcomer = people.member();
        var result = people.as(newcomer, () -> {
            var proposed = twoFactor.propose(newcomer.id());
            var code = new AuthenticatorApp(proposed.proposed().secret().base32(), clock).code();
            return twoFactor.turnOn(newcomer.id(), proposed, code);
        });

        var set = ((EnrolmentResult.Enrolled) result).recoveryCodes().orElseThrow();
        assertThat(set.codes()).hasSize(10);
        assertThat(set.companyName()).isEqualTo("Example Inc");
        assertThat(set.email()).isEqualTo(newcomer.email());
        assertThat(left(newcomer)).contains(10);
        assertThat(set.codes()).allMatch(code -> recoveryCodes.use(newcomer.id(), code));
        assertThat(left(newcomer)).contains(0);
    }

    @Test
    void a_code_works_once_and_the_others_are_left() {
        var codes = codes();

        assertThat(use(codes.getFirst())).isTrue();
        assertThat(use(codes.getFirst())).isFalse();
        assertThat(left(person)).contains(9);
        assertThat(use(codes.getLast().toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .isTrue();
    }

    @Test
    void a_new_set_voids_the_one_before() {
        var old = codes();
        var recent = codes();

        assertThat(use(old.getFirst())).isFalse();
        assertThat(use(recent.getFirst())).isTrue();
        assertThat(left(person)).contains(9);
    }

    @Test
    void turning_it_off_voids_the_codes_and_turning_it_on_again_brings_others() {
        var codes = codes();
        people.as(person, () -> twoFactor.turnOff(person.id(), app.code()));

        assertThat(left(person)).isEmpty();
        assertThat(use(codes.getFirst())).isFalse();
        people.enrol(person);
        assertThat(use(codes.getFirst())).isFalse();
        assertThat(left(person)).contains(10);
    }

    @Test
    void a_reset_voids_the_codes() {
        var administrator = people.administrator();
        people.enrol(administrator);
        var another = people.administrator();
        people.enrol(another);
        var codes = codes();

        people.does(administrator, () -> reset.reset(administrator.id(), person.id(), SecretDelivery.BY_EMAIL));

        assertThat(use(codes.getFirst())).isFalse();
        assertThat(left(person)).isEmpty();
    }

    @Test
    void without_a_proven_secret_there_are_no_codes() {
        var unprotected = people.member();

        assertThat(recoveryCodes.areOwedTo(unprotected.id())).isFalse();
        assertThat(people.as(unprotected, () -> recoveryCodes.firstSet(unprotected.id())))
                .isEmpty();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> people.as(unprotected, () -> recoveryCodes.newSet(unprotected.id())));
        assertThat(left(unprotected)).isEmpty();
    }

    @Test
    void whoever_never_had_codes_is_owed_a_set_and_of_two_pages_one_shows_it() throws Exception {
        enrolments.takeRecoveryCodesFrom(person);
        assertThat(recoveryCodes.areOwedTo(person.id())).isTrue();

        var shown = Parallel.times(
                8,
                () -> people.as(
                        person, () -> recoveryCodes.firstSet(person.id()).isPresent()));

        assertThat(shown).containsOnlyOnce(true);
        assertThat(left(person)).contains(10);
        assertThat(recoveryCodes.areOwedTo(person.id())).isFalse();
    }

    @Test
    void whoever_has_used_them_all_up_is_told_to_make_new_ones_but_not_given_any_unasked() {
        codes().forEach(this::use);

        var status =
                people.as(person, () -> recoveryCodes.statusOf(person.id())).orElseThrow();
        assertThat(status.codesLeft()).isZero();
        assertThat(status.isRunningOut()).isTrue();
        assertThat(recoveryCodes.areOwedTo(person.id())).isFalse();
    }

    @Test
    void with_three_codes_left_it_is_time_for_new_ones_and_not_before() {
        assertThat(IntStream.rangeClosed(0, 10)
                        .filter(left -> new RecoveryCodeStatus(left, clock.instant()).isRunningOut()))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void each_use_and_each_set_is_told_to_the_user_and_stands_in_the_audit_trail() {
        use(codes().getFirst());
        outbox.run();

        var mailbox = new Mailbox(person.email());
        assertThat(mailbox.await(1, "a recovery code was used").text())
                .contains("You have 9 left")
                .contains("set it up again in your profile");
        assertThat(mailbox.await(1, "new recovery codes").text()).contains("Earlier ones no longer work.");
        assertThat(trail.on(person))
                .extracting(AuditLines.Line::withoutSubject)
                .filteredOn(line -> line.startsWith("RECOVERY"))
                .containsExactly("RECOVERY_CODES_MADE", "RECOVERY_CODE_USED 9");
    }

    @Test
    void a_removed_user_leaves_no_codes() {
        people.remove(person);

        assertThat(enrolments.recoveryCodesOf(person)).isZero();
    }

    @Test
    void a_reset_at_the_same_time_as_a_new_set_leaves_no_codes_behind() throws Exception {
        var administrator = people.administrator();
        people.enrol(administrator);
        people.enrol(people.administrator());
        for (var round = 0; round < 10; round++) {
            var victim = people.member();
            people.enrol(victim);
            var turn = new java.util.concurrent.atomic.AtomicInteger();
            Parallel.times(4, () -> {
                try {
                    if (turn.getAndIncrement() == 0) {
                        people.does(
                                administrator,
                                () -> reset.reset(administrator.id(), victim.id(), SecretDelivery.BY_EMAIL));
                    } else {
                        people.as(victim, () -> recoveryCodes.newSet(victim.id()));
                    }
                } catch (RefusedException e) {
                    // The reset came first
                }
                return true;
            });
            assertThat(left(victim)).isEmpty();
        }
    }

    private List<String> codes() {
        return people.recoveryCodesOf(person);
    }

    private boolean use(String typed) {
        return recoveryCodes.use(person.id(), RecoveryCode.parse(typed).orElseThrow());
    }

    private Optional<Integer> left(Person whose) {
        return people.as(whose, () -> recoveryCodes.statusOf(whose.id())).map(RecoveryCodeStatus::codesLeft);
    }
}
