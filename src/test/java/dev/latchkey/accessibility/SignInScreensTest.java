package dev.latchkey.accessibility;

import com.microsoft.playwright.Page;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.demo.ReadableMail;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.code.SignInUnlock;
import dev.latchkey.user.setup.AccountSetUp;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;

/** What people see before they are in. */
class SignInScreensTest extends AccessibleScreens {

    @Autowired
    private AccountSetUp setUp;

    @Autowired
    private SignInUnlock unlock;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private TheAccount account;

    private String token;

    @Override
    List<Screen> screens() {
        return List.of(
                new Screen("set-up", () -> open(page, "/setup/" + token)),
                new Screen("set-up refused", () -> click(open(page, "/setup/" + token), "Set up")),
                new Screen("set-up closed", () -> open(page, "/setup/nonsense")),
                new Screen("login", () -> open(page, "/login")),
                new Screen("login refused", this::refusedLogin),
                new Screen("session ended", () -> open(page, "/login?ended")),
                new Screen("account ready", () -> open(page, "/login?ready")),
                new Screen("password reset", () -> open(page, "/login?reset")),
                new Screen("forgot password", () -> open(page, "/reset-password")),
                new Screen("forgot password refused", () -> click(open(page, "/reset-password"), "Send link")),
                new Screen("forgot password, answer", this::forgotten),
                new Screen("reset password", this::resetPassword),
                new Screen("reset password refused", () -> click(resetPassword(), "Change password")),
                new Screen("reset password closed", () -> open(page, "/reset-password/nonsense")),
                new Screen("unlock", this::unlock),
                new Screen("unlock closed", () -> open(page, "/unlock/nonsense")),
                new Screen("unlocked", () -> open(page, "/login?unlocked")),
                new Screen("login lost", () -> open(page, "/login?lost")),
                new Screen("no cookies", () -> open(page, "/login?cookies")),
                new Screen("challenge", () -> challenge(protectedMember())),
                new Screen("challenge refused", () -> refusedCode(challenge(protectedMember()))),
                new Screen("challenge with an emailed secret", () -> challenge(mailedMember())),
                new Screen("challenge, emailed again", () -> click(challenge(mailedMember()), "Email it again")),
                new Screen("challenge with an expired secret", this::expiredChallenge),
                new Screen("challenge with a secret on screen", this::shownChallenge),
                new Screen("recovery code", this::recovery),
                new Screen("recovery code refused", () -> refusedRecovery(recovery())),
                new Screen("first recovery codes", () -> firstRecoveryCodes(page)),
                new Screen("recovery codes, shown once", () -> open(firstRecoveryCodes(page), "/recovery-codes")),
                new Screen("sign-up", () -> open(page, invitation())),
                new Screen("sign-up refused", () -> click(open(page, invitation()), "Sign up")),
                new Screen("sign-up with a second factor", this::signUpWithCode),
                new Screen("sign-up closed", () -> open(page, "/signup/nonsense")));
    }

    @BeforeAll
    void startWithTheSetUpLink() {
        token = setUp.issueLink().orElseThrow();
    }

    private Person protectedMember() {
        var member = people.member();
        people.enrol(member);
        return member;
    }

    private Person mailedMember() {
        enforce();
        return people.member();
    }

    private Page challenge(Person member) {
        passPasswordStep(page, member);
        open(page, "/login/verify");
        codeField(page).waitFor();
        return page;
    }

    private Page refusedLogin() {
        open(page, "/login").getByLabel("Email").fill("nobody@example.com");
        page.getByLabel("Password").fill("wrong");
        page.keyboard().press("Enter");
        page.locator(".form-message").waitFor();
        return page;
    }

    private static Page refusedCode(Page browser) {
        codeField(browser).fill("000000");
        button(browser, "Verify").click();
        browser.locator(".field-error:not(:empty)").waitFor();
        return browser;
    }

    private Page forgotten() {
        open(page, "/reset-password").getByLabel("Email").fill("nobody@example.com");
        return click(page, "Send link");
    }

    private Page resetPassword() {
        var member = people.member();
        open(page, "/reset-password").getByLabel("Email").fill(member.email());
        click(page, "Send link");
        outbox.run();
        return open(page, path(new Mailbox(member.email()).await(1, "password"), "/reset-password/"));
    }

    private Page unlock() {
        var administrator = people.administrator();
        var member = people.member();
        people.does(administrator, () -> unlock.unlock(administrator.id(), member.id()));
        outbox.run();
        return open(page, path(new Mailbox(member.email()).await(1, "unlocked"), "/unlock/"));
    }

    private Page recovery() {
        challenge(protectedMember());
        return open(page, "/login/recovery");
    }

    private static Page refusedRecovery(Page browser) {
        browser.getByLabel("Recovery code").fill("not one");
        button(browser, "Verify").click();
        browser.locator(".field-error:not(:empty)").waitFor();
        return browser;
    }

    /** Shown to whoever has proven an emailed secret. */
    private Page firstRecoveryCodes(Page browser) {
        var member = mailedMember();
        challenge(member);
        outbox.run();
        codeField(browser)
                .fill(Mailbox.scan(new Mailbox(member.email()).await(1, "your set-up code"), clock)
                        .code());
        button(browser, "Verify").click();
        browser.locator(".recovery-codes").waitFor();
        return browser;
    }

    private Page expiredChallenge() {
        var member = mailedMember();
        challenge(member);
        enrolments.expire(member);
        return open(page, "/login/verify");
    }

    private Page shownChallenge() {
        enforce();
        account.deliverBy(administrator, SecretDelivery.ON_SCREEN);
        return challenge(people.member());
    }

    private String invitation() {
        admin();
        var email = "guest" + System.nanoTime() + "@example.com";
        invite(email);
        outbox.run();
        return path(new Mailbox(email).await(1, "You're invited"), "/signup/");
    }

    private static String path(ReadableMail mail, String prefix) {
        return mail.text().replaceAll("(?s).*https://latchkey.example(" + prefix + "\\S+).*", "$1");
    }

    private Page signUpWithCode() {
        var path = invitation();
        enforce();
        open(page, path).getByLabel("Your name").fill("Joe Journey");
        page.getByLabel("Password").fill("a-long-enough-password");
        button(page, "Sign up").click();
        codeField(page).waitFor();
        return page;
    }
}
