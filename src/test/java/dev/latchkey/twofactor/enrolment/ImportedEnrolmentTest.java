package dev.latchkey.twofactor.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.totp.TotpAlgorithm;
import dev.latchkey.twofactor.totp.TotpParameters;
import dev.latchkey.twofactor.totp.TotpSecret;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** An enrolment with 8 digits, 60 seconds and SHA-256. */
@LatchkeyTest
class ImportedEnrolmentTest {

    private static final TotpParameters PARAMETERS = new TotpParameters(8, 60, TotpAlgorithm.SHA256);

    @Autowired
    private ImportedEnrolments imported;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private Enrolments stored;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    private Person person;
    private AuthenticatorApp app;

    @BeforeEach
    void somebodyWithTheirApp() {
        person = people.member();
        var secret = TotpSecret.generate();
        app = new AuthenticatorApp(secret.base32(), clock, "HmacSHA256", 8, 60);
        assertThat(adopt(person, secret)).isTrue();
    }

    @Test
    void it_is_on_and_proven_and_was_never_mailed() {
        assertThat(people.as(person, () -> twoFactor.statusOf(person.id())))
                .isEqualTo(new TwoFactorStatus(true, false, false));
        assertThat(twoFactor.isCodeRequired(person.id())).isTrue();
    }

    @Test
    void a_code_that_may_have_been_used_at_the_other_server_is_refused() {
        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Wrong());
        assertThat(signIn(app.codeAhead(Duration.ofMinutes(1)))).isEqualTo(new CodeResult.Wrong());
    }

    @Test
    void a_later_code_works_once() {
        clock.advance(Duration.ofMinutes(2));

        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Accepted());
        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Wrong());
        assertThat(signIn(app.codeAhead(Duration.ofMinutes(-1)))).isEqualTo(new CodeResult.Wrong());
        clock.advance(Duration.ofMinutes(1));
        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void what_has_not_eight_digits_is_no_attempt() {
        clock.advance(Duration.ofMinutes(2));
        for (var i = 0; i < 10; i++) {
            assertThat(signIn("123456")).isEqualTo(new CodeResult.Malformed(8));
        }

        assertThat(signIn("Your code is " + app.code().substring(0, 4) + " "
                        + app.code().substring(4)))
                .isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void a_code_turns_it_off_and_the_next_secret_has_the_standard_parameters() {
        clock.advance(Duration.ofMinutes(2));
        assertThat(people.as(person, () -> twoFactor.turnOff(person.id(), app.code())))
                .isInstanceOf(SwitchOffResult.SwitchedOff.class);

        var own = people.enrol(person);
        clock.toNextStep();
        assertThat(signIn(own.code())).isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void a_replacement_has_the_standard_parameters() {
        var change = people.as(person, () -> twoFactor.propose(person.id()));
        var own = new AuthenticatorApp(change.proposed().secret().base32(), clock);
        assertThat(people.as(person, () -> twoFactor.replace(person.id(), change, own.code())))
                .isInstanceOf(EnrolmentResult.Enrolled.class);

        clock.toNextStep();
        assertThat(signIn(own.code())).isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void a_proven_secret_is_never_replaced_and_one_that_waits_is() {
        assertThat(adopt(person, TotpSecret.generate())).isFalse();

        stored.markAsUnproven(person);
        var secret = TotpSecret.generate();
        assertThat(adopt(person, secret)).isTrue();
        clock.advance(Duration.ofMinutes(2));
        assertThat(signIn(new AuthenticatorApp(secret.base32(), clock, "HmacSHA256", 8, 60).code()))
                .isEqualTo(new CodeResult.Accepted());
    }

    private boolean adopt(Person person, TotpSecret secret) {
        return transaction
                .execute(status -> imported.adopt(person.id(), secret, PARAMETERS, Optional.empty()))
                .isPresent();
    }

    private CodeResult signIn(String typed) {
        return twoFactor.verifyAtSignIn(person.id(), typed);
    }
}
