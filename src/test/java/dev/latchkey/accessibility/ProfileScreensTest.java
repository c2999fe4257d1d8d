package dev.latchkey.accessibility;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.support.AuthenticatorApp;
import java.util.List;

/** What everybody sees once they are in. */
class ProfileScreensTest extends AccessibleScreens {

    @Override
    List<Screen> screens() {
        return List.of(
                new Screen("profile, off", this::profile),
                new Screen("enrolment", () -> enrolment(profile())),
                new Screen("enrolment refused", () -> refusedEnrolment(enrolment(profile()))),
                new Screen("recovery codes", this::recoveryCodes),
                new Screen("profile, on", () -> open(admin(), "/profile")),
                new Screen("new recovery codes", () -> click(open(admin(), "/profile"), "Create new recovery codes")),
                new Screen("another app", () -> click(open(admin(), "/profile"), "Set up another app")),
                new Screen("change password", () -> click(open(admin(), "/profile"), "Change password")),
                new Screen("change password refused", this::refusedChange),
                new Screen("switching off", () -> flip(open(admin(), "/profile"))),
                new Screen("switching off refused", () -> refusedSwitchOff(flip(open(admin(), "/profile")))),
                new Screen("profile, enforced", this::enforcedProfile),
                new Screen("avatar menu", () -> avatarMenu(open(admin(), "/profile"))),
                new Screen("navigation", () -> open(admin(), "/profile"), ProfileScreensTest::openNavigation),
                new Screen("no such page", () -> open(admin(), "/nowhere")),
                new Screen("error", () -> open(admin(), "/error")));
    }

    private Page recoveryCodes() {
        enrolment(profile());
        codeField(page).fill(new AuthenticatorApp(page.locator(".secret-key").innerText(), clock).code());
        button(page, "SUBMIT").click();
        page.locator(".recovery-codes").waitFor();
        return page;
    }

    private Page refusedChange() {
        click(open(admin(), "/profile"), "Change password");
        dialogButton(admin(), "Change password").click();
        admin().waitForFunction(AT_REST);
        return admin();
    }

    private Page profile() {
        passPasswordStep(page, people.member());
        return open(page, "/profile");
    }

    private static Page enrolment(Page browser) {
        flip(browser).locator(".qr-code").waitFor();
        return browser;
    }

    private static Page refusedEnrolment(Page browser) {
        codeField(browser).fill("000000");
        return click(browser, "SUBMIT");
    }

    private static Page refusedSwitchOff(Page browser) {
        codeField(browser).fill("12");
        return click(browser, "Turn off");
    }

    private Page enforcedProfile() {
        profile();
        clock.toNextStep();
        enforce();
        return open(page, "/profile");
    }

    private static Page avatarMenu(Page browser) {
        browser.locator(".user-menu vaadin-menu-bar-button").first().click();
        browser.getByRole(AriaRole.MENUITEM, named("Log out")).waitFor();
        return browser;
    }

    private static void openNavigation(Page browser) {
        if (browser.locator("vaadin-app-layout[drawer-opened]").count() == 0) {
            browser.locator("vaadin-drawer-toggle").click();
        }
    }

    private static Locator dialogButton(Page browser, String name) {
        return dialog(browser).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
