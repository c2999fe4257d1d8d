package dev.latchkey.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.Axe;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.enforcement.Enforcement;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.invitation.Invitations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Screens in every state, light and dark, on a phone and on a desk: axe-core finds nothing. A new screen is a line of a
 * subclass. With {@code -Dlatchkey.test.pictures=DIRECTORY} each is kept there as a picture, for people to look at.
 */
@LatchkeyTest
@Tag("accessibility")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AccessibleScreens extends ChromiumJourney {

    // Both themes and both widths in every run; each with each when this suite is asked for by name
    private static final List<Look> LOOKS = Boolean.getBoolean("latchkey.every-look")
            ? List.of(
                    new Look(ColorScheme.LIGHT, 1280),
                    new Look(ColorScheme.DARK, 1280),
                    new Look(ColorScheme.LIGHT, 360),
                    new Look(ColorScheme.DARK, 360))
            : List.of(new Look(ColorScheme.LIGHT, 1280), new Look(ColorScheme.DARK, 360));
    protected static final String AT_REST = """
            () => !Object.values(window.Vaadin?.Flow?.clients ?? {}).some(client => client.isActive?.())
              && document.fonts.status === 'loaded'
              && [...document.querySelectorAll('vaadin-grid[screen]')].every(grid =>
                grid.getAttribute('screen') === (innerWidth < 1024 ? 'narrow' : 'wide'))
              && [...document.querySelectorAll('vaadin-grid')].every(grid =>
                [...grid.shadowRoot.querySelectorAll('th')].filter(header => header.offsetParent).every(header =>
                  header.querySelector('slot')?.assignedNodes().some(node =>
                    node.textContent.trim() || node.querySelector?.('vaadin-checkbox'))))
              && new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))
            """;
    private static final String MOTION_ENDED = """
            async () => {
              const within = root => [...root.getAnimations(),
                ...[...root.querySelectorAll('*')].filter(e => e.shadowRoot).flatMap(e => within(e.shadowRoot))];
              await Promise.allSettled(within(document)
                .filter(motion => motion.effect.getComputedTiming().endTime !== Infinity)
                .map(motion => motion.finished));
            }
            """;

    private final Axe axe = new Axe();

    @Autowired
    protected Enforcement enforcement;

    @Autowired
    protected OutboxPump outbox;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private TheAccount account;

    @Autowired
    protected JdbcTemplate jdbc;

    @Autowired
    private Invitations invitations;

    protected Person administrator;
    protected Person enrolled;
    private Page administratorsPage;

    /** All that are looked at. */
    abstract List<Screen> screens();

    @BeforeAll
    void startWithNobody() {
        people.startOver();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void axe_finds_nothing(Screen screen) {
        var shown = screen.open().get();
        shown.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        var found = new ArrayList<String>();
        for (var look : LOOKS) {
            shown.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
            shown.setViewportSize(look.width(), 800);
            shown.waitForFunction(AT_REST);
            screen.atEachWidth().accept(shown);
            shown.evaluate(MOTION_ENDED);
            keep(shown, screen, look);
            lookAt(shown, look).forEach(line -> found.add(look + ": " + line));
            assertThat(shown.evaluate("document.documentElement.scrollWidth"))
                    .as("does not scroll sideways")
                    .isEqualTo(look.width());
        }
        assertThat(found).isEmpty();
    }

    private List<String> lookAt(Page shown, Look look) {
        return look.isFirstOfItsWidth() ? axe.violationsOn(shown) : axe.violationsInColoursOf(shown);
    }

    @AfterEach
    void lift() {
        account.lift();
        account.deliver(SecretDelivery.BY_EMAIL);
        outbox.clear();
    }

    @AfterAll
    void summarise() {
        System.out.println(axe.summary());
        people.startOver();
    }

    protected static Page open(Page browser, String path) {
        browser.setViewportSize(1280, 800);
        browser.navigate(path);
        browser.locator("h1").waitFor();
        browser.waitForFunction(AT_REST);
        return browser;
    }

    protected static Page click(Page browser, String name) {
        button(browser, name).first().click();
        browser.waitForFunction(AT_REST);
        return browser;
    }

    protected static Page flip(Page browser) {
        browser.getByRole(AriaRole.SWITCH).first().click();
        browser.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel"))
                .waitFor();
        return browser;
    }

    /** The page of an administrator who has proven their second factor just now. */
    protected Page admin() {
        if (administratorsPage == null) {
            administrator = people.administrator();
            var app = people.enrol(administrator);
            clock.toNextStep();
            administratorsPage = newBrowser();
            logIn(administratorsPage, administrator);
            giveCode(administratorsPage, app);
            somePeople();
        }
        return administratorsPage;
    }

    private void somePeople() {
        jdbc.update("INSERT INTO user_group (name, description) VALUES ('Engineering', 'Builds and runs the product')");
        invite("invited@example.com");
        var locked = people.member();
        people.enrol(locked);
        enrolments.lock(locked);
        enrolled = people.member();
        people.enrol(enrolled);
        var disabled = people.member();
        // By a name of their own: the menu of their row has other items
        jdbc.update("UPDATE users SET status = 'DISABLED', name = 'Dora Disabled' WHERE id = ?", disabled.id());
        var longName = people.member();
        jdbc.update(
                "UPDATE users SET name = ?, email = ? WHERE id = ?",
                "Maximiliane-Bernadette von und zu Hohenfels-Rautenberg",
                "maximiliane-bernadette.von-hohenfels-rautenberg@subsidiary.example.com",
                longName.id());
    }

    protected void invite(String email) {
        people.as(
                administrator,
                () -> invitations.invite(
                        administrator.id(), EmailAddress.parse(email).orElseThrow(), Set.of()));
    }

    protected void enforce() {
        admin();
        people.does(administrator, () -> enforcement.enforce(administrator.id(), enforcement.standing()));
    }

    protected static Locator dialog(Page browser) {
        return browser.getByRole(AriaRole.DIALOG);
    }

    private static void keep(Page shown, Screen screen, Look look) {
        var directory = System.getProperty("latchkey.test.pictures");
        if (directory != null) {
            var name = screen.name().replaceAll("[^a-z]+", "-") + "-" + look + ".png";
            shown.screenshot(new Page.ScreenshotOptions().setPath(Path.of(directory, name)));
        }
    }

    /** How to get to a screen, and what to do once more each time that the window's width has changed. */
    record Screen(String name, Supplier<Page> open, Consumer<Page> atEachWidth) {

        Screen(String name, Supplier<Page> open) {
            this(name, open, page -> {});
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private record Look(ColorScheme scheme, int width) {

        /** The theme changes nothing but colours. */
        boolean isFirstOfItsWidth() {
            return LOOKS.stream()
                    .filter(look -> look.width() == width)
                    .findFirst()
                    .filter(this::equals)
                    .isPresent();
        }

        @Override
        public String toString() {
            return scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
        }
    }
}
