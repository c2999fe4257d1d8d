package dev.latchkey.signin.stepup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.signin.Factors;
import dev.latchkey.signin.SignedInUser;
import dev.latchkey.signin.code.TestSignIn;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.signin.session.SessionRegistry;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.OpenPage;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Routes;
import dev.latchkey.support.StoredSessions;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.user.access.RecentFactor;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

@LatchkeyTest
class StepUpInAnOpenPageTest {

    private static final Duration TOO_LONG = RecentFactor.VALIDITY.plusMinutes(1);

    @Autowired
    private StepUp stepUp;

    @Autowired
    private CurrentSession session;

    @Autowired
    private SessionRegistry registry;

    @Autowired
    private People people;

    @Autowired
    private Routes routes;

    @Autowired
    private MovableClock clock;

    @Autowired
    private AuditLines trail;

    @Autowired
    private StoredSessions stored;

    private Person person;
    private OpenPage page;

    @BeforeEach
    void somebodyBeforeAPage() {
        person = people.member();
        page = new OpenPage(routes);
    }

    @Test
    void a_code_is_fresh_for_ten_minutes_in_the_session_and_its_proof_is_audited() {
        var app = people.enrol(person);
        clock.toNextStep();
        somebodySignedInLongAgo(() -> {
            assertThat(stepUp.takesCode(person.id())).isTrue();
            assertThat(stepUp.isNeeded(person.id())).isTrue();

            assertThat(stepUp.prove(person.id(), app.code())).isEmpty();

            assertThat(stepUp.isNeeded(person.id())).isFalse();
            assertThat(Factors.passedAt(kept(), Factors.TOTP)).contains(clock.instant());
            clock.advance(RecentFactor.VALIDITY);
            assertThat(stepUp.isNeeded(person.id())).isTrue();
        });
        assertThat(audited()).isEqualTo("STEPPED_UP " + Factors.TOTP);
    }

    @Test
    void a_refused_code_proves_nothing() {
        people.enrol(person);
        somebodySignedInLongAgo(() -> {
            assertThat(stepUp.prove(person.id(), "000000")).contains(new StepUp.Refusal.OfCode(new CodeResult.Wrong()));

            assertThat(stepUp.isNeeded(person.id())).isTrue();
        });
    }

    @Test
    void a_recovery_code_stands_in_for_the_app_once() {
        people.enrol(person);
        var code = people.recoveryCodesOf(person).getFirst();
        somebodySignedInLongAgo(() -> {
            assertThat(stepUp.proveByRecoveryCode(person.id(), code)).isEmpty();
            assertThat(stepUp.isNeeded(person.id())).isFalse();

            assertThat(stepUp.proveByRecoveryCode(person.id(), code))
                    .get()
                    .isInstanceOf(StepUp.Refusal.OfRecoveryCode.class);
        });
    }

    @Test
    void where_there_is_no_second_factor_it_takes_the_password() {
        somebodySignedInLongAgo(() -> {
            assertThat(stepUp.takesCode(person.id())).isFalse();
            assertThat(stepUp.isNeeded(person.id())).isTrue();

            assertThat(stepUp.prove(person.id(), People.PASSWORD)).isEmpty();

            assertThat(stepUp.isNeeded(person.id())).isFalse();
        });
        assertThat(audited()).isEqualTo("STEPPED_UP " + Factors.PASSWORD);
    }

    @Test
    void a_session_that_outlives_the_others_goes_on_with_the_factors_that_it_had() {
        people.does(
                person,
                () -> page.does(() -> {
                    registry.enter(page.request(), session.user());
                    var signedInAt = clock.instant();
                    clock.advance(TOO_LONG);

                    session.continueUnder(7);

                    assertThat(session.user().getSessionEpoch()).isEqualTo(7);
                    assertThat(((SignedInUser) kept().getPrincipal()).getSessionEpoch())
                            .isEqualTo(7);
                    assertThat(Factors.passedAt(kept(), Factors.TOTP)).contains(signedInAt);
                    assertThat(epochInTheBook()).isEqualTo(7);

                    session.continueWithCodeUnder(8);

                    assertThat(Factors.passedAt(kept(), Factors.TOTP)).contains(clock.instant());
                    assertThat(Factors.passedAt(kept(), Factors.PASSWORD)).contains(signedInAt);
                    assertThat(epochInTheBook()).isEqualTo(8);
                }));
    }

    @Test
    void a_sign_in_is_complete_with_every_factor_that_is_owed() {
        people.enrol(person);
        people.does(person, () -> {
            assertThat(session.isComplete()).isTrue();
            SecurityContextHolder.getContext()
                    .setAuthentication(TestSignIn.withPasswordAlone(person.id(), person.email(), clock.instant()));
            assertThat(session.isComplete()).isFalse();
        });
    }

    private void somebodySignedInLongAgo(Runnable action) {
        people.does(
                person,
                () -> page.does(() -> {
                    clock.advance(TOO_LONG);
                    action.run();
                }));
    }

    /** What the next request of the session will find. */
    private Authentication kept() {
        var context = page.request()
                .getSession()
                .getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return Optional.ofNullable((SecurityContext) context)
                .map(SecurityContext::getAuthentication)
                .orElseThrow();
    }

    private long epochInTheBook() {
        return stored.epochOf(person);
    }

    private String audited() {
        return trail.on(person).stream()
                .filter(line -> line.isBy(person))
                .toList()
                .getLast()
                .withoutSubject();
    }
}
