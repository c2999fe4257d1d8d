package dev.latchkey.twofactor.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaMethod;
import dev.latchkey.signin.code.TestSignIn;
import dev.latchkey.signin.password.PasswordRefusal;
import dev.latchkey.signin.password.change.PasswordChange;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.CallGraph;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.OpenPage;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Routes;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.enrolment.EnrolmentResult;
import dev.latchkey.twofactor.enrolment.ProposedChange;
import dev.latchkey.twofactor.enrolment.ProposedEnrolment;
import dev.latchkey.twofactor.enrolment.SwitchOffResult;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.totp.TotpSecret;
import dev.latchkey.user.access.OnlyThemselves;
import dev.latchkey.user.access.RecentFactor;
import dev.latchkey.user.access.SteppedUpThemselves;
import dev.latchkey.user.password.OwnPassword;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whoever sits before an open session that is not theirs changes no factor of its user. */
@LatchkeyTest
class FactorProofTest {

    /** The statements that give, take or replace a factor. */
    private static final Set<String> STATEMENTS = Set.of(
            "EnrolmentRepository.installFirst",
            "EnrolmentRepository.installAnother",
            "EnrolmentRepository.replaceProven",
            "EnrolmentRepository.destroyOwn",
            "EnrolmentRepository.destroy",
            "RecoveryCodeRepository.beginFirst",
            "RecoveryCodeRepository.beginOrRenew",
            "PasswordRepository.change",
            "PasswordRepository.reset");

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private RecoveryCodes recoveryCodes;

    @Autowired
    private OwnPassword ownPassword;

    @Autowired
    private PasswordChange passwordChange;

    @Autowired
    private People people;

    @Autowired
    private Routes routes;

    @Autowired
    private MovableClock clock;

    private Person person;

    @BeforeEach
    void somebody() {
        person = people.member();
        clock.toNextStep();
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void FIELD_A2_an_open_session_older_than_the_proof_changes_no_factor_of_somebody_without_a_second_one() {
        theSessionIs(RecentFactor.VALIDITY);

        assertThat(answers()).isEqualTo(refusals());
    }

    @Test
    void FIELD_A2_nor_of_somebody_with_one() {
        people.enrol(person);
        theSessionIs(RecentFactor.VALIDITY);

        assertThat(answers()).isEqualTo(refusals());
    }

    @Test
    void FIELD_A2_every_service_that_changes_ones_own_factor_is_in_this_table() {
        var changing = CallGraph.serviceMethods()
                .filter(FactorProofTest::isForThemselves)
                .filter(method -> CallGraph.leadsTo(method, STATEMENTS))
                .map(CallGraph::nameOf)
                .collect(Collectors.toSet());

        assertThat(changing).contains("TwoFactorService.turnOn", "OwnPassword.change");
        assertThat(changes().keySet()).containsAll(changing);
    }

    @Test
    void FIELD_A2_a_thief_of_an_open_session_turns_nothing_on_with_an_app_of_their_own() {
        theSessionIs(RecentFactor.VALIDITY);
        assertThat(catchThrowable(() -> twoFactor.propose(person.id()))).isInstanceOf(AccessDeniedException.class);
        theSessionIs(RecentFactor.VALIDITY.minusSeconds(1));
        var change = twoFactor.propose(person.id());

        // To install an app takes longer than the proof is good for, and that is nobody's fault
        clock.advance(ProposedChange.LIFE.minusSeconds(1));
        assertThat(twoFactor.turnOn(person.id(), change, "abc")).isEqualTo(new EnrolmentResult.Malformed());
        clock.advance(Duration.ofSeconds(1));
        assertThat(twoFactor.turnOn(person.id(), change, codeFrom(change))).isEqualTo(new EnrolmentResult.Expired());
        assertThat(twoFactor.statusOf(person.id()).on()).isFalse();
    }

    @Test
    void FIELD_A2_eleven_minutes_with_the_app_are_not_too_long() {
        theSessionIs(Duration.ZERO);
        var change = twoFactor.propose(person.id());
        clock.advance(RecentFactor.VALIDITY.plusMinutes(1));

        assertThat(twoFactor.turnOn(person.id(), change, codeFrom(change)))
                .isInstanceOf(EnrolmentResult.Enrolled.class);
    }

    /** Each with what it answers to somebody who proves nothing anew. */
    private Map<String, Supplier<Object>> changes() {
        var id = person.id();
        var stale = stale();
        var table = new LinkedHashMap<String, Supplier<Object>>();
        table.put("TwoFactorService.propose", () -> twoFactor.propose(id));
        table.put("TwoFactorService.turnOn", () -> twoFactor.turnOn(id, stale, codeFrom(stale)));
        table.put("TwoFactorService.replace", () -> twoFactor.replace(id, stale, codeFrom(stale)));
        table.put("TwoFactorService.turnOff", () -> twoFactor.turnOff(id, "000000"));
        table.put("RecoveryCodes.firstSet", () -> recoveryCodes.firstSet(id));
        table.put("RecoveryCodes.newSet", () -> recoveryCodes.newSet(id));
        table.put("OwnPassword.change", () -> ownPassword.change(id, 0, "quince and medlar"));
        table.put("PasswordChange.change", this::changePasswordWithoutKnowingIt);
        return table;
    }

    private Object changePasswordWithoutKnowingIt() {
        return new OpenPage(routes)
                .asks(() -> passwordChange.change(person.id(), "a guess", "quince and medlar"))
                .orElseThrow(() -> new AssertionError("changed"));
    }

    /** What each answers; the type of what it throws, where it throws. */
    private Map<String, Object> answers() {
        var answers = new LinkedHashMap<String, Object>();
        changes().forEach((name, action) -> {
            try {
                answers.put(name, action.get());
            } catch (AccessDeniedException denied) {
                answers.put(name, AccessDeniedException.class);
            }
        });
        return answers;
    }

    private static Map<String, Object> refusals() {
        return Map.of(
                "TwoFactorService.propose",
                AccessDeniedException.class,
                "TwoFactorService.turnOn",
                new EnrolmentResult.Expired(),
                "TwoFactorService.replace",
                new EnrolmentResult.Expired(),
                "TwoFactorService.turnOff",
                new SwitchOffResult.CodeRefused(new CodeResult.Wrong()),
                "RecoveryCodes.firstSet",
                AccessDeniedException.class,
                "RecoveryCodes.newSet",
                AccessDeniedException.class,
                "OwnPassword.change",
                AccessDeniedException.class,
                "PasswordChange.change",
                new PasswordRefusal(PasswordRefusal.Reason.WRONG, null));
    }

    /** A proposal whose proof is too old; it comes from no client, so this is as far as anybody gets. */
    private ProposedChange stale() {
        var proposed = ProposedEnrolment.of(TotpSecret.generate(), 0, "Example Inc", person.email());
        return new ProposedChange(proposed, clock.instant().minus(ProposedChange.LIFE));
    }

    private String codeFrom(ProposedChange change) {
        return new AuthenticatorApp(change.proposed().secret().base32(), clock).code();
    }

    private void theSessionIs(Duration old) {
        Instant signedIn = clock.instant().minus(old);
        SecurityContextHolder.getContext()
                .setAuthentication(TestSignIn.withBothFactors(person.id(), person.email(), Set.of(), signedIn));
    }

    private static boolean isForThemselves(JavaMethod method) {
        return method.isAnnotatedWith(OnlyThemselves.class) || method.isAnnotatedWith(SteppedUpThemselves.class);
    }
}
