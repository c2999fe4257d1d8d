package dev.latchkey.signin.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LatchkeyTest
class SignInMetricsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private MeterRegistry registry;

    @Test
    void logins_passwords_and_codes_are_counted_by_what_became_of_them() {
        var person = people.member();
        var app = people.enrol(person);
        var recoveryCode = people.recoveryCodesOf(person).getFirst();
        clock.toNextStep();
        var before = counts();
        var browser = new Browser(port);

        browser.logIn(person.email(), "not the password");
        browser.logIn(person.email(), People.PASSWORD);
        browser.enterCode("no code");
        browser.enterCode(app.wrongCode());
        browser.enterCode(app.code());
        var another = new Browser(port);
        another.logIn(person.email(), People.PASSWORD);
        another.enterCode(app.code());
        another.enterRecoveryCode(recoveryCode);

        assertThat(counted(before))
                .containsEntry("latchkey.passwords{at=login, result=wrong}", 1.0)
                .containsEntry("latchkey.passwords{at=login, result=accepted}", 2.0)
                .containsEntry("latchkey.codes{result=malformed}", 1.0)
                .containsEntry("latchkey.codes{result=wrong}", 2.0)
                .containsEntry("latchkey.codes{result=accepted}", 1.0)
                .containsEntry("latchkey.codes.reused{}", 1.0)
                .containsEntry("latchkey.recovery.codes{result=accepted}", 1.0)
                .containsEntry("latchkey.logins{second_factor=true}", 2.0);
        assertThat(registry.get("latchkey.password.hash").timers())
                .allSatisfy(timer -> assertThat(timer.count()).isPositive());
        assertThat(registry.get("latchkey.statements").counter().count()).isGreaterThan(20);
    }

    /** Nothing of a user, and nothing that grows with users or with what strangers send. */
    @Test
    void no_label_holds_anything_that_somebody_typed() {
        var browser = new Browser(port);
        browser.logIn("nobody@example.com", "not the password");
        browser.open("/reset-password/a-token-of-a-link");
        browser.open("/no/such/page");

        assertThat(registry.getMeters())
                .flatMap(meter -> meter.getId().getTags())
                .allSatisfy(
                        tag -> assertThat(tag.getValue()).doesNotContain("@", "a-token-of-a-link", "/no/such/page"));
    }

    private Map<String, Double> counted(Map<String, Double> before) {
        var counted = new TreeMap<String, Double>();
        counts().forEach((name, count) -> counted.put(name, count - before.getOrDefault(name, 0.0)));
        return counted;
    }

    private Map<String, Double> counts() {
        var counts = new TreeMap<String, Double>();
        registry.getMeters().stream()
                .filter(meter -> meter.getId().getType() == Meter.Type.COUNTER
                        && meter.getId().getName().startsWith("latchkey."))
                .forEach(meter -> counts.put(
                        name(meter.getId()),
                        registry.get(meter.getId().getName())
                                .tags(meter.getId().getTags())
                                .counter()
                                .count()));
        return counts;
    }

    private static String name(Meter.Id id) {
        var tags = new TreeMap<String, String>();
        id.getTags().forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
        return id.getName() + tags;
    }
}
