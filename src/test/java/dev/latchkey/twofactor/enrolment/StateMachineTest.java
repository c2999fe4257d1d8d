package dev.latchkey.twofactor.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountService;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.common.RefusedException;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.OutcomeTable;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.challenge.SignInSecrets;
import dev.latchkey.twofactor.enforcement.Enforcement;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.keyset.SecretCipher;
import dev.latchkey.twofactor.recovery.RecoveryCode;
import dev.latchkey.twofactor.recovery.RecoveryCodeStatus;
import dev.latchkey.twofactor.recovery.RecoveryCodes;
import dev.latchkey.twofactor.reset.TwoFactorReset;
import dev.latchkey.twofactor.totp.TotpSecret;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every state of a user's second factor, and what every event makes of it.
 *
 * <p>A state has three letters: the personal switch ({@code P} on), the enforcement ({@code E} on) and the secret: {@code 0} none,
 * {@code p} pending, {@code x} expired, {@code v} proven. A cell tells what the event comes to ({@code in}: signed in by password
 * alone, {@code code}: asked for a code, {@code ok}, {@code no}: refused), then the state after it where that is another, then
 * {@code mail} where a secret is mailed.
 */
@LatchkeyTest
class StateMachineTest {

    private static final String TABLE = """
        state | sign in       | right code | wrong code | enforce     | lift   | reset       | switch on | switch off | expire | email again | recovery code | replace
        --0   | in            | no         | no         | ok -Ep mail | no     | no          | ok P-v    | no         | ok     | no          | no            | no
        --p   | in            | ok P-v     | no         | ok -Ep mail | no     | no          | ok P-v    | ok --0     | ok --x | no          | no            | no
        --x   | in            | no         | no         | ok -Ep mail | no     | no          | ok P-v    | no         | ok     | no          | no            | no
        --v   | in            | ok         | no         | ok -Ev      | no     | no          | no        | ok --0     | ok     | no          | ok            | ok
        -E0   | code -Ep mail | no         | no         | no          | ok --0 | ok -Ep mail | ok PEv    | no         | ok     | ok -Ep mail | no            | no
        -Ep   | code          | ok PEv     | no         | no          | ok --0 | ok mail     | ok PEv    | no         | ok -Ex | ok mail     | no            | no
        -Ex   | code -Ep mail | no         | no         | no          | ok --0 | ok -Ep mail | ok PEv    | no         | ok     | ok -Ep mail | no            | no
        -Ev   | code          | ok         | no         | no          | ok --v | ok -Ep mail | no        | no         | ok     | no          | ok            | ok
        P-0   | code P-p mail | no         | no         | ok PEp mail | no     | ok P-p mail | ok P-v    | no         | ok     | ok P-p mail | no            | no
        P-p   | code          | ok P-v     | no         | ok PEp mail | no     | ok mail     | ok P-v    | ok --0     | ok P-x | ok mail     | no            | no
        P-x   | code P-p mail | no         | no         | ok PEp mail | no     | ok P-p mail | ok P-v    | no         | ok     | ok P-p mail | no            | no
        P-v   | code          | ok         | no         | ok PEv      | no     | ok P-p mail | no        | ok --0     | ok     | no          | ok            | ok
        PE0   | code PEp mail | no         | no         | no          | ok P-0 | ok PEp mail | ok PEv    | no         | ok     | ok PEp mail | no            | no
        PEp   | code          | ok PEv     | no         | no          | ok P-p | ok mail     | ok PEv    | no         | ok PEx | ok mail     | no            | no
        PEx   | code PEp mail | no         | no         | no          | ok P-x | ok PEp mail | ok PEv    | no         | ok     | ok PEp mail | no            | no
        PEv   | code          | ok         | no         | no          | ok P-v | ok PEp mail | no        | no         | ok     | no          | ok            | ok
        """;

    private static final Duration PENDING_LIFE = Duration.ofHours(72);

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private SignInSecrets signInSecrets;

    @Autowired
    private RecoveryCodes recoveryCodes;

    @Autowired
    private Enforcement enforcement;

    @Autowired
    private TwoFactorReset reset;

    @Autowired
    private EnrolmentRepository enrolments;

    @Autowired
    private SecretCipher cipher;

    @Autowired
    private AccountService accounts;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private JdbcTemplate jdbc;

    private final TotpSecret secret = TotpSecret.generate();
    private Person administrator;
    private Person person;
    private RecoveryCode recoveryCode;

    @BeforeEach
    void onlyAnAdministratorWhoMayEnforce() {
        people.startOver();
        administrator = people.administrator();
        people.enrol(administrator);
    }

    @AfterEach
    void liftWhateverIsLeft() {
        people.startOver();
    }

    @Test
    void every_event_in_every_state_comes_to_what_the_table_says() {
        OutcomeTable.of(TABLE).mustHold(this::outcome);
    }

    private String outcome(String state, String event) {
        put(state);
        var mails = mails();
        var word = happens(event);
        outbox.run();
        var after = state();
        assertThat(codesLeft() == 0 || after.endsWith("v"))
                .as("recovery codes without a proven secret: %s, %s", state, event)
                .isTrue();
        return word + (after.equals(state) ? "" : " " + after) + (mails() > mails ? " mail" : "");
    }

    private String happens(String event) {
        return switch (event) {
            case "sign in" -> signIn();
            case "right code" -> wordFor(twoFactor.verifyAtSignIn(person.id(), code()) instanceof CodeResult.Accepted);
            case "wrong code" ->
                wordFor(twoFactor.verifyAtSignIn(person.id(), app().wrongCode()) instanceof CodeResult.Accepted);
            case "enforce" -> attempt(() -> enforcement.enforce(administrator.id(), seen()));
            case "lift" -> attempt(() -> enforcement.lift(administrator.id(), version()));
            case "reset" -> attempt(() -> reset.reset(administrator.id(), person.id(), SecretDelivery.BY_EMAIL));
            case "switch on" -> wordFor(switchOn());
            case "switch off" ->
                wordFor(
                        people.as(person, () -> twoFactor.turnOff(person.id(), code()))
                                instanceof SwitchOffResult.SwitchedOff);
            case "expire" -> expire();
            case "recovery code" -> wordFor(recoveryCodes.use(person.id(), recoveryCode));
            case "replace" -> wordFor(replace());
            case "email again" -> attemptAs(person, () -> signInSecrets.mailAgain(person.id()));
            default -> throw new IllegalArgumentException(event);
        };
    }

    private String signIn() {
        if (!twoFactor.isCodeRequired(person.id())) {
            return "in";
        }
        signInSecrets.ensureAfterPassword(person.id());
        return "code";
    }

    private boolean switchOn() {
        return people.as(person, () -> {
            var proposed = twoFactor.propose(person.id());
            var code = new AuthenticatorApp(proposed.proposed().secret().base32(), clock).code();
            return twoFactor.turnOn(person.id(), proposed, code) instanceof EnrolmentResult.Enrolled;
        });
    }

    private boolean replace() {
        return people.as(person, () -> {
            var replacement = twoFactor.propose(person.id());
            var code = new AuthenticatorApp(replacement.proposed().secret().base32(), clock).code();
            return twoFactor.replace(person.id(), replacement, code) instanceof EnrolmentResult.Enrolled;
        });
    }

    private int codesLeft() {
        return people.as(person, () -> recoveryCodes.statusOf(person.id()))
                .map(RecoveryCodeStatus::codesLeft)
                .orElse(0);
    }

    private String expire() {
        clock.advance(PENDING_LIFE);
        return "ok";
    }

    private String attempt(Runnable action) {
        return attemptAs(administrator, action);
    }

    private String attemptAs(Person actor, Runnable action) {
        try {
            people.does(actor, action);
            return "ok";
        } catch (RefusedException e) {
            return "no";
        }
    }

    private void put(String state) {
        person = people.member();
        clock.toNextStep();
        var now = clock.instant();
        jdbc.update("DELETE FROM enrolment WHERE user_id <> ?", administrator.id());
        jdbc.update("DELETE FROM users WHERE id NOT IN (?, ?)", administrator.id(), person.id());
        jdbc.update("UPDATE account SET enforced_since = ?", state.charAt(1) == 'E' ? Timestamp.from(now) : null);
        var kind = state.charAt(2);
        jdbc.update(
                "INSERT INTO enrolment (user_id, personal_switch, version, secret_ciphertext, origin, issued_at, expires_at,"
                        + " proven_at) VALUES (?, ?, 1, ?, ?, ?, ?, ?)",
                person.id(),
                state.charAt(0) == 'P',
                kind == '0' ? null : cipher.encrypt(secret, person.id()),
                kind == '0' ? null : "BY_EMAIL",
                kind == '0' ? null : Timestamp.from(now),
                kind == 'p' ? Timestamp.from(now.plus(PENDING_LIFE)) : kind == 'x' ? Timestamp.from(now) : null,
                kind == 'v' ? Timestamp.from(now) : null);
        recoveryCode = kind == 'v'
                ? RecoveryCode.parse(people.recoveryCodesOf(person).getFirst()).orElseThrow()
                : RecoveryCode.generate(new SecureRandom());
        assertThat(state()).isEqualTo(state);
    }

    private String state() {
        var enrolment = enrolments.find(person.id());
        var kind = enrolment.isProven()
                ? "v"
                : enrolment.isPendingAt(clock.instant()) ? "p" : enrolment.hasSecret() ? "x" : "0";
        return (enrolment.personalSwitch() ? "P" : "-")
                + (accounts.current().isTwoFactorEnforcedAt(clock.instant()) ? "E" : "-")
                + kind;
    }

    /** From the secret that the user has now, whoever gave it to them. */
    private AuthenticatorApp app() {
        var ciphertext = enrolments.find(person.id()).secretCiphertext();
        var current = ciphertext == null ? secret : cipher.decrypt(ciphertext, person.id());
        return new AuthenticatorApp(current.base32(), clock);
    }

    private String code() {
        return app().code();
    }

    private Account seen() {
        return accounts.current();
    }

    private long version() {
        return accounts.current().enforcementVersion();
    }

    private int mails() {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM outbox_message WHERE recipient_id = ? AND kind LIKE 'SECRET%' AND status = 'SENT'",
                Integer.class, person.id());
    }

    private static String wordFor(boolean done) {
        return done ? "ok" : "no";
    }
}
