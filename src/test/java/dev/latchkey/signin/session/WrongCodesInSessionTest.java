package dev.latchkey.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.enrolment.SwitchOffResult;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Whoever has got hold of an open session guesses codes there, and keeps its owner from nothing. */
@LatchkeyTest
class WrongCodesInSessionTest {

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    private Person person;
    private AuthenticatorApp app;

    @BeforeEach
    void somebodyWithTwoFactorAuthentication() {
        person = people.member();
        app = people.enrol(person);
        clock.toNextStep();
    }

    @AfterEach
    void noSession() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void FIELD_A6_wrong_codes_in_an_open_session_keep_the_owner_from_no_sign_in_and_no_other_session() {
        inSession("stolen", () -> guess(5));

        assertThat(inSession("stolen", () -> turnOff(app.code())))
                .isEqualTo(new SwitchOffResult.CodeRefused(new CodeResult.Delayed(Duration.ofSeconds(30))));
        assertThat(twoFactor.verifyAtSignIn(person.id(), app.code())).isEqualTo(new CodeResult.Accepted());
        clock.toNextStep();
        assertThat(inSession("own", () -> turnOff(app.code()))).isInstanceOf(SwitchOffResult.SwitchedOff.class);
    }

    @Test
    void FIELD_A6_and_wrong_codes_at_the_sign_in_keep_nobody_waiting_in_an_open_session() {
        guess(6);
        assertThat(twoFactor.verifyAtSignIn(person.id(), app.code())).isInstanceOf(CodeResult.Delayed.class);

        assertThat(inSession("own", () -> turnOff(app.code()))).isInstanceOf(SwitchOffResult.SwitchedOff.class);
    }

    @Test
    void FIELD_A6_the_wait_in_a_session_doubles_and_a_right_code_ends_it() {
        inSession("own", () -> guess(5));
        clock.advance(Duration.ofSeconds(30));
        inSession("own", () -> guess(1));
        assertThat(inSession("own", () -> turnOff(app.code())))
                .isEqualTo(new SwitchOffResult.CodeRefused(new CodeResult.Delayed(Duration.ofSeconds(60))));
        clock.advance(Duration.ofSeconds(60));

        assertThat(inSession("own", () -> twoFactor.verifyAtSignIn(person.id(), app.code())))
                .isEqualTo(new CodeResult.Accepted());
        inSession("own", () -> guess(4));
        clock.toNextStep();
        assertThat(inSession("own", () -> turnOff(app.code()))).isInstanceOf(SwitchOffResult.SwitchedOff.class);
    }

    @Test
    void FIELD_A6_the_owner_is_told_what_was_tried_and_where() {
        inSession("stolen", () -> guess(5));
        outbox.run();

        var mail = new Mailbox(person.email()).await(1, "wrong authentication codes");
        assertThat(mail.text()).contains("in a session of").doesNotContain("the correct password");
    }

    private SwitchOffResult guess(int times) {
        for (var i = 1; i < times; i++) {
            turnOff("000000");
        }
        return turnOff("000000");
    }

    private SwitchOffResult turnOff(String code) {
        return people.as(person, () -> twoFactor.turnOff(person.id(), code));
    }

    private static <T> T inSession(String key, Supplier<T> action) {
        var request = new MockHttpServletRequest();
        SessionKey.put(request.getSession(), key);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            return action.get();
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }
}
