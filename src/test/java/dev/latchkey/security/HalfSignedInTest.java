package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.latchkey.account.SecretDelivery;
import dev.latchkey.signin.code.TestSignIn;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Routes;
import dev.latchkey.support.ServerSessions;
import dev.latchkey.support.ServiceCall;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.challenge.Challenge;
import dev.latchkey.twofactor.challenge.SignInSecrets;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.user.UserService;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** What somebody gets who has the password of a protected administrator and nothing else; and, as the control, with the code. */
@SecurityTest
class HalfSignedInTest {

    private static final String THEIR_NAME = "Mia Member";

    /** What takes a link, or an address, in place of a sign-in. */
    private static final Set<String> OPEN_TO_ANYBODY = Set.of(
            "AccountSetUp.found",
            "AccountSetUp.isOpen",
            "AddressLinks.cancel",
            "AddressLinks.companyName",
            "AddressLinks.confirm",
            "AddressLinks.openToCancel",
            "AddressLinks.openToConfirm",
            "ForgottenPassword.ask",
            "PasswordPolicy.faultsOf",
            "PasswordPolicy.rules",
            "PasswordReset.choose",
            "PasswordReset.openTo",
            "SignUp.companyName",
            "SignUp.invitedAddress",
            "SignUp.join",
            "SignUp.joinWithCode",
            "SignUp.proposedName",
            "SignUp.recordLanguage",
            "UnlockLink.openTo",
            "UnlockLink.use");

    /** What the code step itself asks. */
    private static final Set<String> OPEN_TO_THE_SIGN_IN =
            Set.of("SignInSecrets.challengeOf", "SignInSecrets.mailAgain");

    private static final Pattern INTERNAL = Pattern.compile("^- `([\\w.]+)`$", Pattern.MULTILINE);

    /** The navigation was stopped before any view was made, whose services would refuse too. */
    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Routes routes;

    @Autowired
    private ServerSessions sessions;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private SignInSecrets secrets;

    @Autowired
    private UserService users;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private TheAccount account;

    private Browser browser;
    private Person person;
    private AuthenticatorApp app;

    @BeforeEach
    void passThePasswordStep() {
        browser = new Browser(port);
        person = people.administrator();
        app = people.enrol(person);
        clock.toNextStep();
        browser.logIn(person.email(), People.PASSWORD);
    }

    @Test
    void AC_S_09_AC_V_03_no_page_opens_by_its_address_until_the_code() {
        assertThat(routes.protectedOnes())
                .isNotEmpty()
                .allSatisfy(route -> assertThat(Browser.leadsTo(browser.open("/" + route)))
                        .as(route)
                        .isEqualTo("/login/verify"));

        browser.enterCode(app.code());

        assertThat(routes.protectedOnes())
                .allSatisfy(route -> assertThat(browser.open("/" + route).statusCode())
                        .as(route)
                        .isEqualTo(200));
    }

    @Test
    void AC_V_01_AC_V_03_no_page_opens_from_inside_until_the_code() {
        assertThat(inside())
                .isNotEmpty()
                .allSatisfy(route -> assertThat(browser.show(route))
                        .as(route)
                        .returns(403, HttpResponse::statusCode)
                        .returns("", HttpResponse::body));

        browser.enterCode(app.code());

        assertThat(browser.show("profile").body()).contains(person.email()).contains(THEIR_NAME);
    }

    @Test
    void AC_V_01_no_page_opens_by_a_navigation_of_somebody_elses_page() {
        var other = new Browser(port);
        other.logIn(people.administrator().email(), People.PASSWORD);
        var open = other.loadPage("profile");

        assertThat(inside())
                .allSatisfy(
                        route -> assertThat(browser.navigateInside(open, route).body())
                                .as(route)
                                .contains("sessionExpired")
                                .doesNotContain(person.email())
                                .doesNotContain(THEIR_NAME));
        assertThat(other.navigateInside(open, "profile").body())
                .as("the control")
                .contains("User Profile");
    }

    @Test
    void AC_S_09_no_service_does_anything_for_them_until_the_code() throws IOException {
        var open = Stream.of(OPEN_TO_ANYBODY, OPEN_TO_THE_SIGN_IN, whatNoPageCalls())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        var services = ServiceCall.in(application).toList();
        var others =
                services.stream().filter(call -> !open.contains(call.name())).toList();

        assertThat(others).hasSizeGreaterThan(60);
        assertThat(afterThePassword(() -> others.stream()
                        .filter(call -> !(call.by(person.id()) instanceof AccessDeniedException))
                        .map(ServiceCall::name)
                        .toList()))
                .as("what is done for them; a new method takes a guard")
                .isEmpty();
        assertThat(services.stream().map(ServiceCall::name))
                .as("what the lists of exceptions name there is")
                .containsAll(OPEN_TO_ANYBODY)
                .containsAll(OPEN_TO_THE_SIGN_IN);
        assertThat(people.as(person, () -> users.profileOf(person.id())).email())
                .as("the control")
                .isEqualTo(person.email());
    }

    @Test
    void AC_S_09_what_the_code_step_asks_of_services_they_ask_for_themselves_alone() {
        var other = people.member();

        assertThat(afterThePassword(() -> ServiceCall.in(application)
                        .filter(call -> OPEN_TO_THE_SIGN_IN.contains(call.name()))
                        .map(call -> call.by(other.id()))
                        .toList()))
                .hasSameSizeAs(OPEN_TO_THE_SIGN_IN)
                .hasOnlyElementsOfType(AccessDeniedException.class);
    }

    @Test
    void AC_V_05_AC_V_07_their_session_holds_no_permission_until_the_code_and_then_both_factors_and_all_permissions() {
        assertThat(sessions.authoritiesOf(browser.sessionId())).containsExactly("FACTOR_PASSWORD");

        browser.enterCode(app.code());
        browser.open("/profile");

        assertThat(sessions.authoritiesOf(browser.sessionId()))
                .containsExactlyInAnyOrder(
                        "FACTOR_PASSWORD",
                        "FACTOR_TOTP",
                        "MANAGE_ACCOUNT",
                        "MANAGE_USERS_AND_GROUPS",
                        "VIEW_AUDIT_TRAIL");
    }

    @Test
    void AC_V_08_a_permission_that_was_taken_away_between_the_steps_is_not_there_after_them() {
        people.takeFromAllGroups(person);

        browser.enterCode(app.code());

        assertThat(browser.open("/profile").statusCode()).isEqualTo(200);
        assertThat(browser.open("/access-management/users").statusCode()).isEqualTo(404);
        assertThat(sessions.authoritiesOf(browser.sessionId()))
                .containsExactlyInAnyOrder("FACTOR_PASSWORD", "FACTOR_TOTP");
    }

    @Test
    void AC_V_06_a_page_leads_to_the_code_step_and_the_code_step_to_that_page() {
        var another = new Browser(port);
        another.open("/access-management/audit-trail?from=bookmark");
        another.logIn(person.email(), People.PASSWORD);

        assertThat(Browser.leadsTo(another.open("/profile"))).isEqualTo("/login/verify");
        assertThat(Browser.leadsTo(another.enterCode(app.code())))
                .as("the page that was asked for last")
                .isEqualTo("/profile");
    }

    @Test
    void AC_V_06_what_is_no_page_is_not_remembered_as_one() {
        var another = new Browser(port);
        another.open("/access-management/audit-trail?from=bookmark");
        another.logIn(person.email(), People.PASSWORD);
        another.post("/profile", Map.of());

        assertThat(Browser.leadsTo(another.enterCode(app.code())))
                .isEqualTo("/access-management/audit-trail?from=bookmark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Bearer", "Digest"})
    void PEER_17_their_session_id_opens_nothing_under_another_scheme(String scheme) {
        var credentials =
                "Basic".equals(scheme) ? base64(person.email() + ":" + browser.sessionId()) : browser.sessionId();

        var other = browser.withHeader("Authorization", scheme + " " + credentials);

        assertThat(routes.protectedOnes())
                .allSatisfy(route ->
                        assertThat(Browser.leadsTo(other.open("/" + route))).isEqualTo("/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/api/users", "/?v-r=push&v-uiId=0", "/connect/x"})
    void PEER_17_their_cookie_opens_nothing_beside_the_pages(String path) {
        assertThat(browser.open(path).body()).doesNotContain(person.email()).doesNotContain(THEIR_NAME);
        assertThat(Browser.leadsTo(browser.open("/profile"))).isEqualTo("/login/verify");
    }

    @Test
    void PEER_19_a_password_in_a_basic_header_signs_in_on_no_route() {
        var other = browser.withHeader("Authorization", "Basic " + base64(person.email() + ":" + People.PASSWORD));

        assertThat(routes.protectedOnes())
                .allSatisfy(route ->
                        assertThat(Browser.leadsTo(other.open("/" + route))).isEqualTo("/login"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/login?ended",
                "/login?ready",
                "/login/verify",
                "/login/verify?error",
                "/logout",
                "/signup/none",
                "/setup/none",
                "/error",
                "/"
            })
    void PEER_21_no_address_of_the_sign_in_forgets_that_a_code_is_owed(String path) {
        browser.open(path);
        browser.show(path.substring(1).replaceAll("\\?.*", ""));

        assertThat(Browser.leadsTo(browser.open("/profile"))).isEqualTo("/login/verify");
        assertThat(Browser.leadsTo(browser.enterCode(app.code()))).isEqualTo("/profile");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 127.0.0.1",
                "X-Real-IP: 127.0.0.1",
                "X-Forwarded-User: admin",
                "X-Original-URL: /login",
                "X-Rewrite-URL: /login",
                "X-Forwarded-Prefix: /login",
                "X-HTTP-Method-Override: GET",
                "User-Agent: HealthCheck",
                "X-Requested-With: XMLHttpRequest"
            })
    void PEER_22_no_header_talks_the_code_away(String header) {
        var forged = new Browser(port).withHeader(header.split(": ")[0], header.split(": ")[1]);

        assertThat(Browser.leadsTo(forged.logIn(person.email(), People.PASSWORD)))
                .isEqualTo("/login/verify");
        assertThat(Browser.leadsTo(forged.open("/profile"))).isEqualTo("/login/verify");
        assertThat(forged.show("profile").body()).doesNotContain(person.email());
    }

    @Test
    void PEER_30_the_secret_of_somebody_who_is_enrolled_is_shown_nowhere_not_even_to_themselves() {
        var other = people.member();
        var proposed = people.as(other, () -> twoFactor.propose(other.id()));
        var theirs = new AuthenticatorApp(proposed.proposed().secret().base32(), clock);
        people.does(other, () -> twoFactor.turnOn(other.id(), proposed, theirs.code()));
        clock.toNextStep();
        var their = new Browser(port);
        their.logIn(other.email(), People.PASSWORD);
        var pages = new ArrayList<String>();
        List.of("login/verify", "profile", "profile?own-first")
                .forEach(page -> pages.add(their.show(page).body()));
        their.enterCode(theirs.code());
        List.of("profile", "").forEach(page -> pages.add(their.show(page).body()));

        assertThat(pages.getLast()).as("the control").contains(other.email());
        assertThat(pages)
                .noneMatch(page -> Stream.of(
                                proposed.proposed().secret().base32(),
                                proposed.proposed().secret().grouped(),
                                "otpauth",
                                "qr-code")
                        .anyMatch(page::contains));
    }

    @Test
    void PEER_31_they_get_no_new_secret_and_the_stored_one_stays_as_it_is() {
        account.enforce();
        account.deliver(SecretDelivery.ON_SCREEN);
        var before = enrolment();
        try {
            assertThat(afterThePassword(() -> secrets.challengeOf(person.id(), OptionalLong.empty())))
                    .isInstanceOf(Challenge.ProvenApp.class);
            assertThat(afterThePassword(() -> catchThrowable(() -> twoFactor.propose(person.id()))))
                    .isInstanceOf(AccessDeniedException.class);
            assertThat(browser.show("login/verify").body())
                    .contains("one-time-code")
                    .doesNotContain("qr-code");
        } finally {
            account.lift();
            account.deliver(SecretDelivery.BY_EMAIL);
        }
        assertThat(enrolment()).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void PEER_40_the_password_of_one_and_the_code_of_another_make_no_sign_in() {
        var other = people.member();
        people.enrol(other);
        clock.toNextStep();
        browser.logIn(other.email(), People.PASSWORD);

        browser.enterCode(app.code());

        assertThat(Browser.leadsTo(browser.open("/profile"))).isEqualTo("/login/verify");
        assertThat(sessions.authoritiesOf(browser.sessionId())).containsExactly("FACTOR_PASSWORD");
    }

    @Test
    void PEER_41_whatever_a_form_claims_of_its_own_step_no_code_is_taken_for_given() {
        for (var claim : List.of("complete", "verified", "factor", "authorities", "userId", "step", "skip")) {
            browser.submit("login/verify", Map.of("code", "", claim, "true"));
            browser.submit("login/verify", Map.of("code", "000000", claim, String.valueOf(person.id())));
        }

        assertThat(Browser.leadsTo(browser.open("/profile"))).isEqualTo("/login/verify");
        assertThat(sessions.authoritiesOf(browser.sessionId())).containsExactly("FACTOR_PASSWORD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "000000", "abcdef", "١٢٣٤٥٦", "null", "true", "' OR '1'='1", "999999999999"})
    void PEER_42_nothing_but_the_code_is_taken_for_the_code(String code) {
        browser.enterCode(code);

        assertThat(Browser.leadsTo(browser.open("/profile"))).isEqualTo("/login/verify");
        assertThat(Browser.leadsTo(browser.enterCode(app.code()))).isEqualTo("/profile");
    }

    @Test
    void PEER_42_a_code_of_a_megabyte_is_none_and_neither_is_one_of_ten() {
        browser.enterCode("1".repeat(1_000_000));
        var tooMuch = Map.of("_csrf", browser.csrfTokenOn("login/verify"), "code", "1".repeat(10_000_000));
        try {
            browser.post("/login/verify", tooMuch);
        } catch (IllegalStateException hungUp) {
            // As a server may on whoever sends more than it takes
            assertThat(hungUp).hasCauseInstanceOf(IOException.class);
        }

        assertThat(Browser.leadsTo(browser.open("/profile"))).isEqualTo("/login/verify");
        assertThat(Browser.leadsTo(browser.enterCode(app.code()))).isEqualTo("/profile");
    }

    @Test
    void PEER_43_a_code_without_a_password_before_it_signs_nobody_in_and_is_not_spent() {
        var stranger = new Browser(port);
        var token = stranger.csrfTokenOn("login");

        stranger.post("/login/verify", Map.of("code", app.code(), "username", person.email(), "_csrf", token));

        assertThat(Browser.leadsTo(stranger.open("/profile"))).isEqualTo("/login");
        assertThat(Browser.leadsTo(browser.enterCode(app.code())))
                .as("the control")
                .isEqualTo("/");
    }

    @Test
    void PEER_44_an_empty_form_passes_neither_step() {
        browser.post("/login/verify", Map.of("_csrf", browser.csrfTokenOn("login/verify")));
        var stranger = new Browser(port);
        stranger.post("/login", Map.of("_csrf", stranger.csrfTokenOn("login")));

        assertThat(Browser.leadsTo(browser.open("/profile"))).isEqualTo("/login/verify");
        assertThat(Browser.leadsTo(stranger.open("/profile"))).isEqualTo("/login");
    }

    /** Pages, and what is none: an error view must not bring the frame of the signed-in with it. */
    private List<String> inside() {
        return Stream.concat(routes.protectedOnes().stream(), Stream.of("no-such-page", "profile/none", "nowhere"))
                .toList();
    }

    /** Parts of other services, of jobs and of the console: the page is held to the code by ActionsTest, the pages to it by ArchitectureTest. */
    private static Set<String> whatNoPageCalls() throws IOException {
        var page = Files.readString(Path.of("docs/actions.md"));
        return INTERNAL.matcher(page).results().map(name -> name.group(1)).collect(Collectors.toSet());
    }

    private <T> T afterThePassword(Supplier<T> action) {
        SecurityContextHolder.getContext()
                .setAuthentication(TestSignIn.withPasswordAlone(person.id(), person.email(), clock.instant()));
        try {
            return action.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private Map<String, Object> enrolment() {
        return enrolments.rowOf(person);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
