package dev.latchkey.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.spring.SpringServlet;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.TwoFactorService;
import dev.latchkey.user.UserService;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** What somebody gets who has the password of a protected user and nothing else; and, as the control, with the code. */
@LatchkeyTest
class PasswordAloneTest {

    /** Pages of the sign-in itself, and those that strangers may open. */
    private static final Set<String> OPEN_TO_STRANGERS =
            Set.of("login", "login/verify", "setup/:___url_parameter", "signup/:___url_parameter");

    private static final String STRANGERS_NAME = "Mia Member";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private org.springframework.boot.web.servlet.ServletRegistrationBean<SpringServlet> vaadin;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private UserService users;

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
    void no_page_opens_by_its_address_until_the_code() {
        assertThat(protectedRoutes()).isNotEmpty().allSatisfy(route -> {
            var answer = browser.open("/" + route);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).contains("/login/verify");
        });

        browser.enterCode(app.code());

        assertThat(protectedRoutes())
                .allSatisfy(route ->
                        assertThat(browser.open("/" + route).statusCode()).isEqualTo(200));
    }

    @Test
    void no_page_opens_from_inside_an_open_page_until_the_code() {
        var challenge = browser.loadPage("login/verify");
        assertThat(browser.navigateInside(challenge, "login/verify").body()).contains("one-time-code");
        assertThat(protectedRoutes())
                .isNotEmpty()
                .allSatisfy(route -> assertThat(browser.show(route).body())
                        .doesNotContain(person.email())
                        .doesNotContain(STRANGERS_NAME));

        browser.enterCode(app.code());

        assertThat(browser.show("profile").body()).contains(person.email()).contains(STRANGERS_NAME);
    }

    @Test
    void an_in_page_navigation_of_the_challenge_itself_opens_nothing() {
        var challenge = browser.loadPage("login/verify");

        assertThat(protectedRoutes())
                .allSatisfy(route -> assertThat(
                                browser.navigateInside(challenge, route).body())
                        .doesNotContain(person.email())
                        .doesNotContain(STRANGERS_NAME));
    }

    /** Else the server changes addresses in a way that the bundle's client does not hear, and nothing says so. */
    @Test
    void the_server_knows_that_its_client_is_built_without_react() {
        var service = ((VaadinServlet) vaadin.getServlet()).getService();

        assertThat(service.getDeploymentConfiguration().isReactEnabled()).isFalse();
    }

    @Test
    void there_is_no_dynamic_resource_to_fetch() {
        assertThat(browser.open("/VAADIN/dynamic/resource/0/0/qr-code.png").statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void the_session_carries_no_permission_until_the_code() {
        var half = TestSignIn.withPasswordAlone(person.id(), person.email(), clock.instant());
        SecurityContextHolder.getContext().setAuthentication(half);
        try {
            assertThat(List.<Runnable>of(
                            () -> twoFactor.propose(person.id()),
                            () -> twoFactor.statusOf(person.id()),
                            () -> twoFactor.turnOff(person.id(), "123456"),
                            () -> users.profileOf(person.id())))
                    .allSatisfy(call -> org.assertj.core.api.Assertions.assertThatExceptionOfType(
                                    AccessDeniedException.class)
                            .isThrownBy(call::run));
        } finally {
            SecurityContextHolder.clearContext();
        }
        assertThat(people.as(person, () -> users.profileOf(person.id())).email())
                .isEqualTo(person.email());
    }

    private List<String> protectedRoutes() {
        var service = ((VaadinServlet) vaadin.getServlet()).getService();
        return RouteConfiguration.forRegistry(service.getRouter().getRegistry()).getAvailableRoutes().stream()
                .map(RouteData::getTemplate)
                .filter(template -> !OPEN_TO_STRANGERS.contains(template))
                .toList();
    }
}
