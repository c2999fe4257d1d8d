package dev.latchkey.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.People.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A day's work of somebody in the office, with a mail server that refuses some. What they do is counted; axe finds nothing on the
 * screens that they pass, and each is kept as a picture in {@code target/journeys}.
 */
public abstract class OfficeJourney extends ChromiumJourney {

    private static final String AT_REST = """
            () => !Object.values(window.Vaadin?.Flow?.clients ?? {}).some(client => client.isActive?.())
              && document.fonts.status === 'loaded'
              && [...document.querySelectorAll('vaadin-grid[screen]')].every(grid =>
                [...grid.shadowRoot.querySelectorAll('th')].filter(header => header.offsetParent).every(header =>
                  header.querySelector('slot')?.assignedNodes().some(node =>
                    node.textContent.trim() || node.querySelector?.('vaadin-checkbox'))))
              && new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))
            """;

    private final Axe axe = new Axe();

    @Autowired
    protected OutboxPump outbox;

    @Autowired
    private JavaMailSenderImpl mailSender;

    @Autowired
    private MessageSource messages;

    protected MoodySmtp smtp;
    private int usualPort;

    /** The hand at {@link #page}. */
    protected Hand hand;

    private int pictures;
    private Hand.Kind kind;

    @BeforeEach
    void openOffice() throws IOException {
        people.startOver();
        smtp = new MoodySmtp();
        smtp.keepIn(RealServers.mail());
        usualPort = mailSender.getPort();
        mailSender.setPort(smtp.port());
    }

    @AfterEach
    void closeOffice() throws IOException {
        outbox.clear();
        mailSender.setPort(usualPort);
        smtp.close();
        people.startOver();
    }

    /** Sits down at the desk. */
    protected void sitDown(Hand.Kind with) {
        kind = with;
        page.setViewportSize(1280, 860);
        hand = Hand.at(page, with);
    }

    /** Does something at another desk, and says how much work it was. */
    protected void atAnotherDesk(String whose, Runnable work) {
        var ownPage = page;
        var ownHand = hand;
        page = newBrowser();
        sitDown(kind);
        work.run();
        System.out.println("%s by %s: %s".formatted(whose, kind, hand.count()));
        page.context().close();
        page = ownPage;
        hand = ownHand;
    }

    /** A text of the product, in the language of the browser. */
    protected String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }

    /** The button with the text of that key. */
    protected Locator the(String key, Object... arguments) {
        return named(AriaRole.BUTTON, say(key, arguments));
    }

    protected Locator link(String key, Object... arguments) {
        return named(AriaRole.LINK, say(key, arguments));
    }

    protected Locator field(String key) {
        return page.getByLabel(say(key), new Page.GetByLabelOptions().setExact(true))
                .and(page.locator("input, textarea"))
                .last();
    }

    protected Locator named(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .last();
    }

    /** A text that is somewhere on the page. */
    protected Locator text(String key, Object... arguments) {
        return page.getByText(say(key, arguments)).last();
    }

    /** Opens a page by the navigation at the side. */
    protected void open(String titleKey) {
        hand.choose(page.locator("vaadin-side-nav").getByRole(AriaRole.LINK, exactly(say(titleKey))));
        assertThat(heading(say(titleKey))).isVisible();
    }

    protected Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(1));
    }

    protected static Locator.GetByRoleOptions exactly(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    /** Logs in by the hand, with an app or without. */
    protected void logInByHand(String email) {
        page.navigate("/login");
        hand.write(page.getByLabel("Email"), email);
        hand.write(page.getByLabel("Password"), People.PASSWORD);
        hand.pressToLoad("Enter");
    }

    protected void logInByHand(Person person, AuthenticatorApp app) {
        logInByHand(person.email());
        assertThat(codeField(page)).isVisible();
        clock.toNextStep();
        hand.write(codeField(page), app.code());
        hand.pressToLoad("Enter");
        page.waitForURL(Pattern.compile(".*/(profile|overview)"));
    }

    /** Looks at the screen: axe finds nothing, and it is kept as a picture. */
    protected void look(String screen) {
        look(page, screen);
    }

    protected void look(Page shown, String screen) {
        if (kind == Hand.Kind.KEYBOARD) {
            return;
        }
        shown.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        shown.waitForFunction(AT_REST);
        keep(shown, screen);
        assertThat(axe.violationsOn(shown)).as(screen).isEmpty();
    }

    /** Keeps a picture of what is no page of the product. */
    protected void keep(Page shown, String screen) {
        if (kind == Hand.Kind.KEYBOARD) {
            return;
        }
        var name = "%s-%02d-%s.png".formatted(getClass().getSimpleName(), ++pictures, screen);
        shown.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "journeys", name)));
    }

    /** Loads the page again, as it is by now. */
    protected void reload() {
        page.reload();
        hand.pressed();
    }

    /** Asks for another address for the user whose page is open, who then gets an email there, as the screen says. */
    protected void changeAddress(String address, String doneKey) {
        hand.choose(the("address-change.title"));
        hand.write(field("address-change.new"), address);
        look("change-address");
        hand.choose(the("address-change.submit"));
        assertThat(text(doneKey, address)).isVisible();
    }

    /** The button of a confirmation. */
    protected Locator dialogButton(String key) {
        return page.locator("vaadin-confirm-dialog").getByRole(AriaRole.BUTTON, exactly(say(key)));
    }

    protected Locator option(String name) {
        return named(AriaRole.OPTION, name);
    }

    /** Searches the list of users. */
    protected void search(String text) {
        hand.rewrite(field("users.search"), text);
        assertThat(page).hasURL(Pattern.compile(".*search=" + text.split("[ @]")[0] + ".*"));
        assertThat(page.locator("vaadin-grid").getByRole(AriaRole.LINK)).hasCount(1);
    }

    /** What the hand has done so far, said for people and kept below a bound. */
    protected void assertWork(String what, int mostClicks, int mostKeys) {
        System.out.println("%s by %s: %s".formatted(what, kind, hand.count()));
        assertThat(hand.clicks()).as("clicks").isLessThanOrEqualTo(mostClicks);
        assertThat(hand.keys()).as("keys").isLessThanOrEqualTo(mostKeys);
    }

    /** The mail server refuses these from now on, and nobody else. */
    protected void refuse(Set<String> addresses) {
        smtp.refuse(addresses);
    }
}
