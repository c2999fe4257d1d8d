package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.common.Versioned;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.code.SignInUnlock;
import dev.latchkey.twofactor.enrolment.SwitchOffResult;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.keyset.TestSecrets;
import dev.latchkey.user.administration.UserAdministration;
import dev.latchkey.user.administration.UserEdit;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SecurityTest
class CodesAreSpentOnceTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private SignInUnlock unlock;

    @Autowired
    private UserAdministration users;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private ApplicationContext application;

    private Person person;
    private AuthenticatorApp app;

    @BeforeEach
    void somebodyWithAnUnspentCode() {
        person = people.member();
        app = people.enrol(person);
        clock.toNextStep();
    }

    @Test
    void AC_S_02_PEER_01_a_code_that_signed_one_browser_in_is_a_wrong_one_in_the_next() {
        var code = app.code();
        assertThat(Browser.leadsTo(Browser.atTheCodeStep(port, person).enterCode(code)))
                .isEqualTo("/");

        var second = Browser.atTheCodeStep(port, person);
        assertThat(Browser.leadsTo(second.enterCode(code))).isEqualTo("/login/verify?error");
        assertThat(Browser.leadsTo(second.open("/profile"))).isEqualTo("/login/verify");
        assertThat(second.show("login/verify").body())
                .as("in the words for any wrong code, so that nobody learns that it was right")
                .contains("That code is wrong or was already used.");
    }

    @Test
    void AC_S_02_a_code_that_signed_in_does_not_switch_off_and_the_next_one_does() {
        var code = app.code();
        assertThat(signIn(code)).isEqualTo(new CodeResult.Accepted());

        assertThat(switchOff(code)).isEqualTo(new SwitchOffResult.CodeRefused(new CodeResult.Wrong()));
        clock.toNextStep();
        assertThat(switchOff(app.code())).isInstanceOf(SwitchOffResult.SwitchedOff.class);
    }

    @Test
    void AC_S_02_with_a_code_every_earlier_one_is_spent_too() {
        clock.advance(Duration.ofMinutes(2));
        var earlier = app.codeAhead(Duration.ofSeconds(-30));

        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Accepted());
        assertThat(signIn(earlier)).isEqualTo(new CodeResult.Wrong());
    }

    @Test
    void AC_S_03_a_code_counts_one_step_early_or_late_once_and_no_further() {
        clock.advance(Duration.ofMinutes(5));

        assertThat(Stream.of(-60, 60, -30, 0, 30, 30)
                        .map(seconds -> signIn(app.codeAhead(Duration.ofSeconds(seconds)))))
                .containsExactly(
                        new CodeResult.Wrong(),
                        new CodeResult.Wrong(),
                        new CodeResult.Accepted(),
                        new CodeResult.Accepted(),
                        new CodeResult.Accepted(),
                        new CodeResult.Wrong());
    }

    @Test
    void PEER_02_the_code_of_the_enrolment_is_spent_and_the_next_one_is_not() {
        var newcomer = people.member();
        var fresh = people.enrol(newcomer);

        assertThat(twoFactor.verifyAtSignIn(newcomer.id(), fresh.code())).isEqualTo(new CodeResult.Wrong());
        clock.toNextStep();
        assertThat(twoFactor.verifyAtSignIn(newcomer.id(), fresh.code())).isEqualTo(new CodeResult.Accepted());
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s%s", "%s %s", "%s\u00a0%s", "%s\t%s\r\n", "wide"})
    void PEER_03_no_other_way_of_writing_makes_a_spent_code_an_unspent_one(String way) {
        assertThat(signIn(written(app.code(), way)))
                .as("the control: written so it is taken")
                .isEqualTo(new CodeResult.Accepted());
        clock.toNextStep();
        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Accepted());

        assertThat(signIn(written(app.code(), way))).isEqualTo(new CodeResult.Wrong());
    }

    @Test
    void PEER_04_of_32_calls_at_once_with_one_right_code_one_succeeds() throws Exception {
        var code = app.code();

        assertThat(Parallel.times(32, () -> signIn(code))).containsOnlyOnce(new CodeResult.Accepted());
    }

    @Test
    void PEER_05_of_browsers_that_send_one_right_code_at_once_one_gets_in() throws Exception {
        var code = app.code();
        var browsers = new LinkedList<Browser>();
        for (var i = 0; i < 5; i++) {
            browsers.add(Browser.atTheCodeStep(port, person));
        }
        var waiting = Collections.synchronizedList(browsers);

        var answers =
                Parallel.times(5, () -> Browser.leadsTo(waiting.removeFirst().enterCode(code)));

        assertThat(answers).hasSize(5).containsOnlyOnce("/");
    }

    /**
     * Past the limit on attempts, which would let five through to the statement that is on trial here. The snapshot isolation
     * is what MariaDB 11.6.2 made the default.
     */
    @ParameterizedTest
    @CsvSource({
        "TRANSACTION_READ_COMMITTED, OFF",
        "TRANSACTION_READ_COMMITTED, ON",
        "TRANSACTION_REPEATABLE_READ, OFF",
        "TRANSACTION_REPEATABLE_READ, ON"
    })
    void AC_D_01_PEER_04_of_32_transactions_at_once_the_guard_lets_one_spend_the_step(String isolation, String snapshot)
            throws Exception {
        var version = enrolments.versionOf(person);
        try (var database = new HikariDataSource()) {
            var environment = application.getEnvironment();
            database.setJdbcUrl(environment.getProperty("spring.datasource.url"));
            database.setUsername(environment.getProperty("spring.datasource.username"));
            database.setPassword(environment.getProperty("spring.datasource.password"));
            database.setMaximumPoolSize(32);
            database.setTransactionIsolation(isolation);
            database.setConnectionInitSql("SET SESSION innodb_snapshot_isolation = " + snapshot);
            var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
            var spender = TestSecrets.spenderOver(database, application);
            for (var round = 0; round < 20; round++) {
                clock.toNextStep();
                var at = clock.instant();

                var spent = Parallel.times(
                        32, () -> transaction.execute(status -> spender.spend(person.id(), version, at)));

                assertThat(spent).as("round " + round).containsOnlyOnce(true);
            }
        }
    }

    @Test
    void AC_D_03_nothing_else_that_is_written_of_a_user_gives_a_spent_code_back() {
        people.startOver();
        var administrator = people.administrator();
        somebodyWithAnUnspentCode();
        var code = app.code();
        assertThat(signIn(code)).isEqualTo(new CodeResult.Accepted());

        signIn("12345x");
        signIn(written(code, "%s %s"));
        people.does(administrator, () -> {
            unlock.unlock(administrator.id(), person.id());
            rename(administrator, "Mia Married");
            users.disable(administrator.id(), person.id());
            users.enable(administrator.id(), person.id());
        });

        assertThat(signIn(code)).isEqualTo(new CodeResult.Wrong());
        people.startOver();
    }

    private void rename(Person administrator, String name) {
        var version = users.toEdit(person.id()).version();
        users.change(administrator.id(), person.id(), new Versioned<>(version, new UserEdit(name, Set.of())));
    }

    @Test
    void AC_D_03_a_profile_that_is_changed_at_the_same_time_gives_no_spent_code_back() throws Exception {
        people.startOver();
        var administrator = people.administrator();
        somebodyWithAnUnspentCode();
        var code = app.code();

        var results = Parallel.times(5, () -> {
            // Of those who save at once one succeeds
            catchThrowable(() -> people.does(administrator, () -> rename(administrator, "Mia")));
            return signIn(code);
        });

        assertThat(results).containsOnlyOnce(new CodeResult.Accepted());
        assertThat(List.of(signIn(code))).doesNotContain(new CodeResult.Accepted());
        people.startOver();
    }

    private CodeResult signIn(String code) {
        return twoFactor.verifyAtSignIn(person.id(), code);
    }

    private SwitchOffResult switchOff(String code) {
        return people.as(person, () -> twoFactor.turnOff(person.id(), code));
    }

    private static String written(String code, String way) {
        return "wide".equals(way)
                ? code.codePoints()
                        .map(digit -> digit - '0' + '０')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : way.formatted(code.substring(0, 3), code.substring(3));
    }
}
