package dev.latchkey.security;

import static dev.latchkey.support.Browser.leadsTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.signin.code.TestSignIn;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.LogCanary;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.recovery.RecoveryCode;
import dev.latchkey.twofactor.recovery.RecoveryCodes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

@SecurityTest
class RecoveryCodeSecurityTest {

    private static final String NOBODYS = "0A1B-2C3D-4E5F-6G7H-8J9K-0M1N";

    @LocalServerPort
    private int port;

    @Autowired
    private RecoveryCodes recoveryCodes;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private AuditLines trail;

    @Autowired
    private JdbcTemplate jdbc;

    private Person person;
    private AuthenticatorApp app;
    private List<String> codes;

    @BeforeEach
    void somebodyWithAnAppAndCodes() {
        person = people.member();
        clock.toNextStep();
        app = people.enrol(person);
        codes = people.recoveryCodesOf(person);
        clock.toNextStep();
    }

    @Test
    void AC_S_15_PEER_07_of_32_parallel_uses_of_one_recovery_code_exactly_one_succeeds() throws Exception {
        for (var round = 0; round < 20; round++) {
            var code = parsed(people.recoveryCodesOf(person).getFirst());

            assertThat(Parallel.times(32, () -> recoveryCodes.use(person.id(), code)))
                    .as("round %d", round)
                    .containsOnlyOnce(true);
        }
    }

    @Test
    void AC_S_15_PEER_07_of_parallel_sign_ins_with_one_recovery_code_exactly_one_gets_in() throws Exception {
        var forms = IntStream.range(0, 8)
                .mapToObj(i -> {
                    var browser = new Browser(port);
                    browser.logIn(person.email(), People.PASSWORD);
                    var token = browser.csrfTokenOn("login/recovery");
                    return (java.util.function.Supplier<String>) () -> leadsTo(
                            browser.post("/login/recovery", Map.of("recoveryCode", codes.getFirst(), "_csrf", token)));
                })
                .toList();
        var next = new java.util.concurrent.atomic.AtomicInteger();

        assertThat(Parallel.times(8, () -> forms.get(next.getAndIncrement()).get()))
                .containsOnlyOnce("/profile");
    }

    @Test
    void AC_S_15_the_database_holds_hashes_and_no_code() {
        var stored =
                jdbc.queryForList("SELECT code_hash FROM recovery_code WHERE user_id = ?", byte[].class, person.id());

        assertThat(stored).hasSize(10).allMatch(hash -> hash.length == 32);
        var everything = stored.stream()
                .map(hash -> new String(hash, StandardCharsets.ISO_8859_1)
                        + HexFormat.of().withUpperCase().formatHex(hash))
                .toList()
                .toString();
        assertThat(codes).noneMatch(code -> everything.contains(code) || everything.contains(code.replace("-", "")));
    }

    @Test
    void AC_S_15_codes_of_another_user_and_of_a_voided_set_are_refused() {
        var other = people.member();
        people.enrol(other);
        var foreign = people.recoveryCodesOf(other);
        people.recoveryCodesOf(person);

        assertThat(recoveryCodes.use(person.id(), parsed(foreign.getFirst()))).isFalse();
        assertThat(recoveryCodes.use(person.id(), parsed(codes.getFirst()))).isFalse();
        assertThat(recoveryCodes.use(other.id(), parsed(foreign.getFirst())))
                .as("and the other's is not used up by it")
                .isTrue();
    }

    @Test
    void AC_S_05_after_a_hundred_wrong_codes_the_right_one_is_refused_until_a_recovery_code_lets_in() {
        IntStream.range(0, 100).forEach(i -> {
            clock.advance(Duration.ofHours(1));
            twoFactor.verifyAtSignIn(person.id(), "000000");
        });
        clock.advance(Duration.ofDays(30));
        assertThat(twoFactor.verifyAtSignIn(person.id(), app.code())).isEqualTo(new CodeResult.Locked());
        var browser = new Browser(port);
        browser.logIn(person.email(), People.PASSWORD);
        assertThat(leadsTo(browser.enterRecoveryCode(NOBODYS))).isEqualTo("/login/recovery?error");
        assertThat(twoFactor.verifyAtSignIn(person.id(), app.code())).isEqualTo(new CodeResult.Locked());

        assertThat(leadsTo(browser.enterRecoveryCode(codes.getFirst()))).isEqualTo("/profile");

        assertThat(twoFactor.verifyAtSignIn(person.id(), app.code())).isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void AC_S_05_a_wait_after_wrong_codes_holds_up_no_recovery_code_and_ends_with_it() {
        IntStream.range(0, 5).forEach(i -> twoFactor.verifyAtSignIn(person.id(), "000000"));
        assertThat(twoFactor.verifyAtSignIn(person.id(), app.code())).isInstanceOf(CodeResult.Delayed.class);

        assertThat(recoveryCodes.use(person.id(), parsed(codes.getFirst()))).isTrue();

        assertThat(twoFactor.verifyAtSignIn(person.id(), app.code())).isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void PEER_16_wrong_recovery_codes_are_held_back_by_the_clients_address_and_flood_no_trail() {
        assumeTrue(Browser.haveAddressesOfTheirOwn());
        var attacker = new Browser(port);
        attacker.logIn(person.email(), People.PASSWORD);
        var token = attacker.csrfTokenOn("login/recovery");
        IntStream.range(0, 40)
                .forEach(i -> attacker.post("/login/recovery", Map.of("recoveryCode", NOBODYS, "_csrf", token)));

        assertThat(attacker.show("login/recovery").body()).contains("Too many failed logins from your network.");
        assertThat(trail.count("RECOVERY_CODE_REFUSED", person)).isEqualTo(30);
        var browser = new Browser(port);
        browser.logIn(person.email(), People.PASSWORD);
        assertThat(leadsTo(browser.enterRecoveryCode(codes.getFirst())))
                .as("the user comes from elsewhere")
                .isEqualTo("/profile");
    }

    @Test
    void PEER_30_a_half_finished_sign_in_sees_neither_the_secret_nor_whether_there_are_recovery_codes() {
        var other = people.member();
        people.enrol(other);
        enrolments.takeRecoveryCodesFrom(other);

        var withCodes = Browser.atTheCodeStep(port, person);
        var without = Browser.atTheCodeStep(port, other);

        for (var route : List.of("login/verify", "login/recovery")) {
            assertThat(words(withCodes.show(route).body()))
                    .isEqualTo(words(without.show(route).body()));
            assertThat(withCodes.show(route).body()).doesNotContain("otpauth", "qr-code", other.email());
        }
        assertThat(withCodes.show("recovery-codes").body()).doesNotContain("Create new recovery codes");
    }

    @Test
    void PEER_31_a_half_finished_sign_in_neither_replaces_the_secret_nor_makes_codes() {
        var before = enrolments.rowOf(person);
        SecurityContextHolder.getContext()
                .setAuthentication(TestSignIn.withPasswordAlone(person.id(), person.email(), clock.instant()));
        try {
            assertThat(List.<Runnable>of(
                            () -> twoFactor.propose(person.id()),
                            () -> recoveryCodes.firstSet(person.id()),
                            () -> recoveryCodes.newSet(person.id()),
                            () -> recoveryCodes.statusOf(person.id())))
                    .allSatisfy(action -> assertThatExceptionOfType(AccessDeniedException.class)
                            .isThrownBy(action::run));
        } finally {
            SecurityContextHolder.clearContext();
        }
        Browser.atTheCodeStep(port, person).show("recovery-codes");
        assertThat(enrolments.rowOf(person)).isEqualTo(before);
        assertThat(recoveryCodes.use(person.id(), parsed(codes.getFirst()))).isTrue();
    }

    @Test
    void PEER_43_PEER_44_PEER_34_a_recovery_code_counts_after_the_password_alone_and_with_the_token_of_the_session() {
        var stranger = new Browser(port);
        var token = stranger.csrfTokenOn("login");
        assertThat(leadsTo(stranger.post("/login/recovery", Map.of("recoveryCode", codes.getFirst(), "_csrf", token))))
                .startsWith("/login");
        assertThat(leadsTo(stranger.open("/profile"))).isEqualTo("/login");
        var half = Browser.atTheCodeStep(port, person);
        half.post("/login/recovery", Map.of("recoveryCode", codes.getFirst()));
        half.post("/login/recovery", Map.of("_csrf", half.csrfTokenOn("login/recovery")));
        half.open("/login/recovery?recoveryCode=" + LogCanary.partOfAnAddress(codes.getFirst()));

        assertThat(leadsTo(half.open("/profile"))).isEqualTo("/login/verify");
        assertThat(recoveryCodes.use(person.id(), parsed(codes.getFirst())))
                .as("and none of these has used it up")
                .isTrue();
    }

    @Test
    void AC_S_16_the_session_id_changes_with_a_recovery_code() {
        var browser = Browser.atTheCodeStep(port, person);
        var half = browser.sessionId();
        browser.enterRecoveryCode(codes.getFirst());

        assertThat(browser.sessionId()).isNotEqualTo(half);
        assertThat(leadsTo(browser.withSession(half).open("/profile"))).isEqualTo("/login?ended");
        assertThat(browser.open("/profile").statusCode()).isEqualTo(200);
    }

    /** What a page says, without the numbers and tokens that differ from one session to the next. */
    private static List<String> words(String page) {
        return java.util.regex.Pattern.compile("\"([A-Za-z][^\"]* [^\"]*)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .sorted()
                .toList();
    }

    private static RecoveryCode parsed(String code) {
        return RecoveryCode.parse(code).orElseThrow();
    }
}
