package dev.latchkey.accessibility;

import static com.microsoft.playwright.options.WaitForSelectorState.HIDDEN;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.latchkey.support.ProductSettings;
import dev.latchkey.user.access.RecentFactor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What administrators see. */
class AdministrationScreensTest extends AccessibleScreens {

    @Autowired
    private JavaMailSenderImpl mailSender;

    private static final String OVERVIEW = "/access-management/overview";
    private static final String USERS = "/access-management/users";
    private static final String IMPORT = "/access-management/users/import";
    private static final String GROUPS = "/access-management/groups";
    private static final String SETTINGS = "/access-management/authentication-settings";
    private static final String AUDIT_TRAIL = "/access-management/audit-trail";

    @Override
    List<Screen> screens() {
        return List.of(
                new Screen("overview", () -> open(admin(), OVERVIEW)),
                new Screen("users", () -> open(admin(), USERS)),
                new Screen("users, none", () -> search(open(admin(), USERS), "Search by name or email")),
                new Screen("import", () -> open(admin(), IMPORT)),
                new Screen("import, dry run", () -> choose("email\nnew@example.com\nnobody", "1 new user")),
                new Screen("import, refused", () -> choose("{}", "Keycloak realm with its users")),
                new Screen("user", this::user),
                new Screen("row menu", () -> rowMenu(open(admin(), USERS))),
                new Screen("sessions of a user", this::sessions),
                new Screen("add user", () -> click(open(admin(), USERS), "Add User")),
                new Screen(
                        "add user refused", () -> click(click(open(admin(), USERS), "Add User"), "Send invitations")),
                new Screen("add user, results", this::invited),
                new Screen("edit user", () -> menuItem(rowMenu(open(admin(), USERS)), "Edit")),
                new Screen("edit user refused", this::refusedEdit),
                new Screen("remove user", () -> menuItem(rowMenu(open(admin(), USERS)), "Remove")),
                new Screen("reset", this::reset),
                new Screen("step-up", this::stepUp),
                new Screen("step-up refused", () -> click(stepUp(), "Continue")),
                new Screen("groups", () -> open(admin(), GROUPS)),
                new Screen("add group", () -> click(open(admin(), GROUPS), "Add User Group")),
                new Screen("add group refused", () -> click(click(open(admin(), GROUPS), "Add User Group"), "Save")),
                new Screen("edit group", () -> click(open(admin(), GROUPS), "Edit: Account Administrator")),
                new Screen("delete group", () -> click(open(admin(), GROUPS), "Delete: Engineering")),
                new Screen("members", () -> click(open(admin(), GROUPS), "Members: Account Administrator")),
                new Screen("members, none", () -> click(open(admin(), GROUPS), "Members: Engineering")),
                new Screen("settings, off", () -> open(admin(), SETTINGS)),
                new Screen("enforcing", () -> flip(open(admin(), SETTINGS))),
                new Screen("own login first", this::ownLoginFirst),
                new Screen("settings, on with refused mails", this::enforcedWithRefusedMails),
                new Screen("test mail", this::testMail),
                new Screen("test mail, not sent", this::failedTestMail),
                new Screen("lifting", () -> flip(enforcedWithRefusedMails())),
                new Screen("audit trail", () -> open(admin(), AUDIT_TRAIL)),
                new Screen("audit trail, none", () -> search(open(admin(), AUDIT_TRAIL), "Search by user")));
    }

    private static void search(Page browser, String label, String words) {
        browser.getByLabel(label).fill(words);
        browser.getByText("invited@example.com").first().waitFor(new Locator.WaitForOptions().setState(HIDDEN));
    }

    private static Page search(Page browser, String label) {
        browser.getByLabel(label).fill("nobody at all");
        browser.locator("div.empty-state").waitFor();
        return browser;
    }

    private Page choose(String file, String answer) {
        var browser = open(admin(), IMPORT);
        browser.locator("input[type=file]")
                .setInputFiles(new FilePayload("users.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        browser.getByText(answer).waitFor();
        return browser;
    }

    private Page user() {
        search(open(admin(), USERS), "Search by name or email", enrolled.email());
        admin().locator("a.user-link:visible").first().click();
        admin().locator(".user-page h2").first().waitFor();
        return admin();
    }

    private Page sessions() {
        rowMenu(open(admin(), USERS), "More actions for Mia Member")
                .getByRole(AriaRole.MENUITEM, named("Sessions"))
                .click();
        button(admin(), "Close").waitFor();
        return admin();
    }

    private static Page rowMenu(Page browser) {
        return rowMenu(browser, "More actions for");
    }

    private static Page rowMenu(Page browser, String name) {
        browser.getByLabel(name).first().click();
        browser.getByRole(AriaRole.MENUITEM, named("Edit")).waitFor();
        return browser;
    }

    private static Page menuItem(Page browser, String name) {
        browser.getByRole(AriaRole.MENUITEM, named(name)).click();
        button(browser, "Cancel").waitFor();
        return browser;
    }

    private Page invited() {
        click(open(admin(), USERS), "Add User").getByLabel("Email addresses").fill("result@example.com, nonsense");
        click(admin(), "Send invitations").locator(".result-list li").first().waitFor();
        return admin();
    }

    private Page refusedEdit() {
        var browser = menuItem(rowMenu(open(admin(), USERS), "More actions for Mia Member"), "Edit");
        dialog(browser).getByLabel("Name").fill(" ");
        return click(browser, "Save");
    }

    private Page stepUp() {
        clock.advance(RecentFactor.VALIDITY);
        click(reset(), "Email new secret");
        codeField(admin()).waitFor();
        return admin();
    }

    private Page reset() {
        search(open(admin(), USERS), "Search by name or email", enrolled.email());
        return click(admin(), "Email New Two Factor Auth Secret");
    }

    private Page ownLoginFirst() {
        logIn(page, people.administrator());
        return flip(open(page, SETTINGS));
    }

    private Page enforcedWithRefusedMails() {
        enforce();
        outbox.run();
        jdbc.update(
                "UPDATE outbox_message SET status = 'FAILED', sent_at = NULL, attempts = 5,"
                        + " problem = 'REFUSED', failure = '550 5.1.1 The email account that you tried to reach does not exist.' ORDER BY id LIMIT 3");
        jdbc.update("UPDATE outbox_message SET status = 'WAITING', sent_at = NULL, next_attempt_at = '2099-01-01',"
                + " problem = 'REFUSED', failure = '451 4.7.1 not now' WHERE status = 'SENT' ORDER BY id LIMIT 1");
        return open(admin(), SETTINGS);
    }

    private Page testMail() {
        // Longer than from one to the next
        clock.advance(Duration.ofMinutes(1));
        click(open(admin(), SETTINGS), "Send a test mail");
        admin().locator(".test-mail-result :is(.form-notice, .form-message)").waitFor();
        return admin();
    }

    private Page failedTestMail() {
        var port = mailSender.getPort();
        try {
            mailSender.setPort(Integer.parseInt(ProductSettings.freePort()));
            return testMail();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            mailSender.setPort(port);
        }
    }
}
