package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.support.Browser;
import dev.latchkey.support.LogCanary;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every test of the whole application is watched for what it makes the application log, at TRACE; here it is on purpose. */
@SecurityTest
class LogsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Test
    void AC_S_21_PEER_53_no_log_line_holds_a_secret_a_code_a_password_or_an_otpauth_address() {
        var before = LogCanary.linesRead();
        var person = people.member();
        var app = people.enrol(person);
        var recoveryCode = people.recoveryCodesOf(person).getFirst();
        var browser = new Browser(port);
        browser.logIn(People.PASSWORD, People.PASSWORD);
        browser.logIn(person.email(), People.PASSWORD);
        browser.post("/login/verify", Map.of("code", app.code()));
        browser.enterCode(app.code());
        browser.enterRecoveryCode(recoveryCode + "0");
        browser.enterRecoveryCode(recoveryCode);
        browser.open("/profile");
        clock.toNextStep();
        var later = new Browser(port);
        later.logIn(person.email(), People.PASSWORD);
        later.enterCode(app.code());
        assertThat(later.open("/profile").statusCode()).isEqualTo(200);

        assertThat(LogCanary.linesRead()).isGreaterThan(before + 1_000);
        LogCanary.assertNothingFound();
    }

    @Test
    void AC_S_21_a_line_with_a_password_would_be_found_at_any_level_and_in_any_cause() {
        var log = LoggerFactory.getLogger(LogsTest.class);
        log.trace("the password is {}", People.PASSWORD);
        assertThatThrownBy(LogCanary::assertNothingFound)
                .hasMessageContaining("TRACE")
                .hasMessageContaining("is ***");

        var key = LogCanary.mustNotBeLogged("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
        log.debug("glued to other letters: x{}y", key);
        assertThatThrownBy(LogCanary::assertNothingFound)
                .hasMessageNotContaining(key)
                .hasMessageEndingWith("glued to other letters: ***");

        log.debug("refused", new IllegalStateException("outside", new IllegalArgumentException(People.PASSWORD)));
        assertThatThrownBy(LogCanary::assertNothingFound).hasMessageNotContaining(People.PASSWORD);
    }

    @Test
    void AC_S_21_a_line_with_a_code_would_be_found_unless_it_is_part_of_a_longer_number() {
        var code = people.enrol(people.member()).code();
        var log = LoggerFactory.getLogger(LogsTest.class);
        for (var line : List.of("1" + code, code + "1", "x" + code, code + "-", "12:" + code, code + ".5")) {
            log.trace(line);
        }
        LogCanary.assertNothingFound();

        for (var line : List.of(code, "code=" + code, "[" + code + "]", "12: " + code, code + ",")) {
            log.trace(line);
            assertThatThrownBy(LogCanary::assertNothingFound).as(line).hasMessageNotContaining(code);
        }
    }

    @Test
    void AC_S_21_a_line_with_a_part_of_an_address_would_be_found_at_a_level_that_the_product_ships_with() {
        var token = LogCanary.partOfAnAddress("token-of-a-link");
        var log = LoggerFactory.getLogger(LogsTest.class);
        log.debug("GET /signup/{}", token);
        LogCanary.assertNothingFound();

        log.info("GET /signup/{}", token);
        assertThatThrownBy(LogCanary::assertNothingFound).hasMessageContaining("/signup/***");
    }
}
