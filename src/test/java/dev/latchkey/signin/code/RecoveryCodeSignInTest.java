package dev.latchkey.signin.code;

import static dev.latchkey.support.Browser.leadsTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.user.access.RecentFactor;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LatchkeyTest
class RecoveryCodeSignInTest {

    private static final Pattern RECOVERY_CODE = Pattern.compile("([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}");

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private AuditLines trail;

    @Autowired
    private OutboxPump outbox;

    private Browser browser;
    private Person person;
    private AuthenticatorApp app;
    private List<String> codes;

    @BeforeEach
    void somebodyWithAnAppAndCodes() {
        browser = new Browser(port);
        person = people.member();
        clock.toNextStep();
        app = people.enrol(person);
        codes = people.recoveryCodesOf(person);
        clock.toNextStep();
    }

    @Test
    void a_recovery_code_stands_in_for_the_code_and_leads_to_the_profile_which_asks_to_set_up_an_app() {
        browser.logIn(person.email(), People.PASSWORD);
        assertThat(browser.show("login/verify").body()).contains("Use a recovery code");

        assertThat(leadsTo(browser.enterRecoveryCode(codes.getFirst()))).isEqualTo("/profile");

        assertThat(browser.show("profile").body())
                .contains("You logged in with a recovery code. You have 9 left.")
                .contains("Set up the app");
        assertThat(new Browser(port).logIn(person.email(), People.PASSWORD).statusCode())
                .isEqualTo(302);
    }

    @Test
    void whoever_signs_in_with_the_app_is_not_asked_to_set_it_up() {
        browser.logIn(person.email(), People.PASSWORD);
        browser.enterCode(app.code());

        assertThat(browser.show("profile").body()).doesNotContain("You logged in with a recovery code");
    }

    @Test
    void a_used_code_a_foreign_one_and_what_is_none_are_refused_with_a_sentence() {
        var other = people.member();
        people.enrol(other);
        var foreign = people.recoveryCodesOf(other).getFirst();
        browser.logIn(person.email(), People.PASSWORD);
        browser.enterRecoveryCode(codes.getFirst());

        var again = new Browser(port);
        again.logIn(person.email(), People.PASSWORD);
        for (var refused : List.of(codes.getFirst(), foreign)) {
            assertThat(leadsTo(again.enterRecoveryCode(refused))).isEqualTo("/login/recovery?error");
            assertThat(again.show("login/recovery").body())
                    .contains("That recovery code is wrong or was already used.");
        }
        again.enterRecoveryCode("what is this");
        assertThat(again.show("login/recovery").body()).contains("A recovery code has 24 letters and digits");
        assertThat(again.show("login/recovery").body())
                .as("a reload does not repeat it")
                .doesNotContain("such as 0A1B");
        assertThat(leadsTo(again.open("/profile"))).isEqualTo("/login/verify");
    }

    @Test
    void the_audit_trail_tells_refused_and_used_recovery_codes_apart() {
        browser.logIn(person.email(), People.PASSWORD);
        browser.enterRecoveryCode("0A1B-2C3D-4E5F-6G7H-8J9K-0M1N");
        browser.enterRecoveryCode("nonsense");
        browser.enterRecoveryCode(codes.getFirst());

        assertThat(trail.actionsOn(person))
                .containsExactly(
                        "TWO_FACTOR_TURNED_ON",
                        "RECOVERY_CODES_MADE",
                        "RECOVERY_CODE_REFUSED",
                        "RECOVERY_CODE_USED",
                        "SIGNED_IN",
                        "BROWSER_REMEMBERED");
    }

    @Test
    void with_a_pending_secret_no_recovery_code_is_offered() {
        enrolments.markAsUnproven(person);
        browser.logIn(person.email(), People.PASSWORD);

        assertThat(browser.show("login/verify").body())
                .contains("Email it again")
                .doesNotContain("Use a recovery code");
    }

    @Test
    void the_first_sign_in_of_somebody_without_recovery_codes_shows_them_once_and_then_goes_on() {
        enrolments.takeRecoveryCodesFrom(person);
        var before = noticesOfCodes();
        browser.open("/profile?tab=security");
        browser.logIn(person.email(), People.PASSWORD);

        assertThat(leadsTo(browser.enterCode(app.code()))).isEqualTo("/recovery-codes");
        var shown = browser.show("recovery-codes").body();
        assertThat(RECOVERY_CODE.matcher(shown).results()).hasSize(10);
        assertThat(shown)
                .contains("Example Inc: recovery codes for " + person.email())
                .as("nothing that is pressed unseen, or out of habit, leads away from them")
                .doesNotContain("autofocus", "Deutsch");
        assertThat(noticesOfCodes())
                .as("that earlier ones do not work any more is told of no first ones")
                .isEqualTo(before);
        var reloaded = browser.show("recovery-codes").body();
        assertThat(RECOVERY_CODE.matcher(reloaded).results()).isEmpty();
        assertThat(reloaded).contains("Recovery codes are shown only once.").contains("Create new recovery codes");
        clock.toNextStep();
        var next = new Browser(port);
        next.logIn(person.email(), People.PASSWORD);
        assertThat(leadsTo(next.enterCode(app.code()))).isEqualTo("/");
    }

    private int noticesOfCodes() {
        return outbox.statusesTo(person, "RECOVERY_CODES_MADE").size();
    }

    @Test
    void without_a_second_factor_the_page_of_the_codes_leads_to_the_profile() {
        var unprotected = people.member();
        browser.logIn(unprotected.email(), People.PASSWORD);

        assertThat(leadsTo(browser.open("/recovery-codes"))).isEqualTo("/");
    }

    @Test
    void an_open_session_alone_gets_no_first_codes() {
        browser.logIn(person.email(), People.PASSWORD);
        browser.enterCode(app.code());
        enrolments.takeRecoveryCodesFrom(person);
        clock.advance(RecentFactor.VALIDITY);

        assertThat(RECOVERY_CODE.matcher(browser.show("recovery-codes").body()).results())
                .isEmpty();
        assertThat(enrolments.recoveryCodesOf(person)).isZero();
    }

    @Test
    void the_profile_counts_the_codes_and_marks_a_mailed_secret() {
        enrolments.markAsMailed(person);
        browser.logIn(person.email(), People.PASSWORD);
        browser.enterCode(app.code());

        assertThat(browser.show("profile").body())
                .contains("10 of 10 left")
                .contains("The secret key in your app came by email");
    }
}
