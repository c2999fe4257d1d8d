package dev.latchkey.twofactor.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.RealServers;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.EnrolmentRepository;
import dev.latchkey.twofactor.code.CodeAttempts;
import dev.latchkey.twofactor.keyset.SecretUnreadableException;
import dev.latchkey.twofactor.totp.Totp;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

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
    private JdbcTemplate jdbc;

    private Person person;

    @BeforeEach
    void newPerson() {
        person = people.member();
        clock.toNextStep();
    }

    @Test
    void a_proposed_secret_is_stored_nowhere() {
        people.as(person, () -> twoFactor.propose(person.id()));

        assertThat(rowsOf(person)).isZero();
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
        assertThat(rowsOf(person)).isZero();
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
    void a_proven_secret_is_not_replaced_by_whoever_has_only_the_session() {
        var app = people.enrol(person);
        var proposed = propose();

        assertThat(turnOn(proposed, app(proposed).code())).isEqualTo(new EnrolmentResult.Superseded());
        clock.toNextStep();
        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void the_code_of_the_enrolment_does_not_sign_in() {
        var app = people.enrol(person);

        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Wrong());
    }

    @Test
    void a_code_is_spent_once_however_it_is_written_and_so_is_every_earlier_one() {
        var app = people.enrol(person);
        clock.advance(Duration.ofMinutes(2));
        var code = app.code();
        var earlier = app.codeAhead(Duration.ofSeconds(-30));

        assertThat(signIn(code)).isEqualTo(new CodeResult.Accepted());
        assertThat(signIn(code)).isEqualTo(new CodeResult.Wrong());
        assertThat(signIn(code.substring(0, 3) + " " + code.substring(3))).isEqualTo(new CodeResult.Wrong());
        assertThat(signIn(earlier)).isEqualTo(new CodeResult.Wrong());
        assertThat(turnOff(code)).isEqualTo(new SwitchOffResult.CodeRefused(new CodeResult.Wrong()));
    }

    @Test
    void a_code_counts_one_step_early_or_late_and_no_further() {
        var app = people.enrol(person);
        clock.advance(Duration.ofMinutes(5));

        assertThat(signIn(app.codeAhead(Duration.ofSeconds(-60)))).isEqualTo(new CodeResult.Wrong());
        assertThat(signIn(app.codeAhead(Duration.ofSeconds(60)))).isEqualTo(new CodeResult.Wrong());
        assertThat(signIn(app.codeAhead(Duration.ofSeconds(-30)))).isEqualTo(new CodeResult.Accepted());
        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Accepted());
        assertThat(signIn(app.codeAhead(Duration.ofSeconds(30)))).isEqualTo(new CodeResult.Accepted());
    }

    @RepeatedTest(20)
    void of_32_parallel_submissions_of_one_right_code_exactly_one_succeeds() throws Exception {
        people.enrol(person);
        clock.toNextStep();
        // Past the limit on attempts, which would let five through to the spending that is on trial here
        var enrolment = jdbc.queryForMap("SELECT version FROM enrolment WHERE user_id = ?", person.id());
        var step = Totp.stepAt(clock.instant());

        var accepted = Parallel.times(
                        32,
                        () -> enrolments.spend(
                                person.id(), ((Number) enrolment.get("version")).longValue(), step, clock.instant()))
                .stream()
                .filter(Boolean::booleanValue);

        assertThat(accepted).hasSize(1);
    }

    @Test
    void of_parallel_sign_ins_with_one_right_code_exactly_one_gets_in() throws Exception {
        var app = people.enrol(person);
        clock.toNextStep();
        var code = app.code();

        assertThat(Parallel.times(32, () -> signIn(code))).containsOnlyOnce(new CodeResult.Accepted());
    }

    @Test
    void after_five_wrong_codes_even_the_right_one_waits_and_the_wait_doubles() {
        var app = people.enrol(person);
        clock.toNextStep();
        IntStream.range(0, 5).forEach(i -> assertThat(signIn(wrong(app))).isEqualTo(new CodeResult.Wrong()));

        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Delayed(Duration.ofSeconds(30)));
        clock.advance(Duration.ofSeconds(30));
        assertThat(signIn(wrong(app))).isEqualTo(new CodeResult.Wrong());
        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Delayed(Duration.ofSeconds(60)));
        clock.advance(Duration.ofSeconds(60));
        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Accepted());
        clock.toNextStep();
        assertThat(signIn(wrong(app))).isEqualTo(new CodeResult.Wrong());
        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void of_200_parallel_wrong_codes_no_more_than_five_are_looked_at() throws Exception {
        var app = people.enrol(person);
        clock.toNextStep();
        var wrong = wrong(app);

        var results = Parallel.times(200, () -> signIn(wrong));

        assertThat(results).filteredOn(new CodeResult.Wrong()::equals).hasSize(5);
    }

    @Test
    void after_a_hundred_wrong_codes_in_a_row_the_right_one_is_refused_for_good() {
        var app = people.enrol(person);
        for (int i = 0; i < CodeAttempts.CEILING; i++) {
            clock.advance(Duration.ofHours(1));
            assertThat(signIn(wrong(app))).isEqualTo(new CodeResult.Wrong());
        }
        clock.advance(Duration.ofDays(365));

        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Locked());
    }

    @Test
    void what_is_not_six_digits_is_no_attempt() {
        var app = people.enrol(person);
        clock.toNextStep();
        IntStream.range(0, 20).forEach(i -> assertThat(signIn("12345x")).isEqualTo(new CodeResult.Malformed()));

        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void switching_off_takes_a_current_code_and_destroys_the_secret() {
        var app = people.enrol(person);
        clock.toNextStep();

        assertThat(turnOff(app.wrongCode())).isEqualTo(new SwitchOffResult.CodeRefused(new CodeResult.Wrong()));
        assertThat(turnOff(app.code())).isInstanceOf(SwitchOffResult.SwitchedOff.class);
        assertThat(status().on()).isFalse();
        assertThat(jdbc.queryForObject(
                        "SELECT secret_ciphertext IS NULL FROM enrolment WHERE user_id = ?",
                        Boolean.class,
                        person.id()))
                .isTrue();
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
        jdbc.update("UPDATE account SET enforced_since = ?", Timestamp.from(clock.instant()));
        try {
            assertThat(turnOff(app.code())).isEqualTo(new SwitchOffResult.Refused());
            assertThat(enrolments.switchOff(
                            person.id(), enrolments.find(person.id()).version()))
                    .isFalse();
            assertThat(status()).isEqualTo(new TwoFactorStatus(true, true, false));
        } finally {
            jdbc.update("UPDATE account SET enforced_since = NULL");
        }
    }

    @Test
    void a_corrupt_secret_fails_closed_and_hurts_nobody_else() {
        var app = people.enrol(person);
        var other = people.member();
        var othersApp = people.enrol(other);
        clock.toNextStep();
        jdbc.update(
                "UPDATE enrolment SET secret_ciphertext = REVERSE(secret_ciphertext) WHERE user_id = ?", person.id());

        assertThatExceptionOfType(SecretUnreadableException.class).isThrownBy(() -> signIn(app.code()));
        assertThat(twoFactor.verifyAtSignIn(other.id(), othersApp.code())).isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void the_database_holds_no_readable_secret() {
        var proposed = propose();
        turnOn(proposed, app(proposed).code());

        var stored = jdbc.queryForObject(
                "SELECT secret_ciphertext FROM enrolment WHERE user_id = ?", byte[].class, person.id());

        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(proposed.proposed().secret().base32());
    }

    @Test
    void turning_on_and_off_ends_other_sessions_and_leaves_a_line_in_the_audit_trail_each() {
        var app = people.enrol(person);
        clock.toNextStep();
        turnOff(app.code());

        assertThat(jdbc.queryForObject("SELECT session_epoch FROM users WHERE id = ?", Long.class, person.id()))
                .isEqualTo(2);
        assertThat(jdbc.queryForList(
                        "SELECT action FROM audit_entry WHERE subject_id = ? AND actor_id = ? ORDER BY id",
                        String.class,
                        person.id(),
                        person.id()))
                .containsExactly("TWO_FACTOR_TURNED_ON", "TWO_FACTOR_TURNED_OFF");
    }

    @Test
    void turning_on_and_off_is_told_to_the_user_by_mail() {
        var app = people.enrol(person);
        clock.toNextStep();
        turnOff(app.code());

        assertThat(List.of("is on", "is off"))
                .allSatisfy(ending -> RealServers.mail()
                        .await(
                                mail -> isTo(mail, person.email())
                                        && subject(mail).endsWith(ending),
                                Duration.ofSeconds(20)));
    }

    @Test
    void nobody_may_ask_for_or_change_the_second_factor_of_another() {
        var other = people.member();

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> people.as(person, () -> twoFactor.propose(other.id())));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> people.as(person, () -> twoFactor.turnOff(other.id(), "123456")));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> people.as(person, () -> twoFactor.statusOf(other.id())));
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

    /** Six digits that are no code of the app within the window. */
    private String wrong(AuthenticatorApp app) {
        var right = List.of(app.codeAhead(Duration.ofSeconds(-30)), app.code(), app.codeAhead(Duration.ofSeconds(30)));
        return IntStream.range(100_000, 100_010)
                .mapToObj(String::valueOf)
                .filter(code -> !right.contains(code))
                .findFirst()
                .orElseThrow();
    }

    private int rowsOf(Person whose) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM enrolment WHERE user_id = ?", Integer.class, whose.id());
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getAllRecipients()[0].toString().equals(address);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
