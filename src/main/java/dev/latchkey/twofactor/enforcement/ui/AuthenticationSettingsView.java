package dev.latchkey.twofactor.enforcement.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import dev.latchkey.component.form.Uploads;
import dev.latchkey.component.page.Page;
import dev.latchkey.twofactor.enforcement.Enforcement;
import dev.latchkey.twofactor.enforcement.EnforcementMails;
import dev.latchkey.twofactor.enforcement.EnforcementPlans;
import dev.latchkey.twofactor.enforcement.EnforcementSample;
import dev.latchkey.twofactor.enforcement.group.GroupEnforcement;
import dev.latchkey.user.access.CurrentUser;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.settings.AccountSettings;
import dev.latchkey.user.settings.OrganisationSettings;
import dev.latchkey.user.settings.TestMail;
import dev.latchkey.user.settings.ui.EmailDomainsForm;
import dev.latchkey.user.settings.ui.LogoPanel;
import dev.latchkey.user.settings.ui.OrganisationForm;
import dev.latchkey.user.settings.ui.PasswordRulesForm;
import dev.latchkey.user.settings.ui.TestMailPanel;
import org.springframework.modulith.NamedInterface;

/** The settings for signing in to this account. */
@Route("access-management/authentication-settings")
@NamedInterface("ui")
public class AuthenticationSettingsView extends Page implements AfterNavigationObserver {

    /** Parameter that leads an administrator to their profile for their own second factor, and back here. */
    public static final String OWN_FIRST = "before-enforcing";

    private final EnforcementSwitch enforcementSwitch;

    AuthenticationSettingsView(
            CurrentUser user,
            Enforcement enforcement,
            EnforcementMails mails,
            EnforcementPlans plans,
            GroupEnforcement groups,
            EnforcementSample sample,
            AccountSettings settings,
            OrganisationSettings organisation,
            TestMail testMail,
            StepUpGate gate,
            Uploads uploads) {
        super("settings.title");
        var actorId = user.id();
        var progress = new MailProgressPanel(actorId, mails);
        enforcementSwitch = new EnforcementSwitch(actorId, enforcement, plans, groups, sample, gate, progress::refresh);
        var security = new Section(
                new H2(getTranslation("settings.security-options")),
                enforcementSwitch,
                progress,
                new SecretDeliveryChoice(actorId, enforcement, gate),
                hint("settings.at-once"));
        security.addClassName("security-options");
        var saved = new Section(
                new H2(getTranslation("settings.saved-options")),
                hint("settings.when-saved"),
                new PasswordRulesForm(actorId, settings, gate),
                new EmailDomainsForm(actorId, settings, gate));
        saved.addClassName("security-options");
        var email = new Section(new H2(getTranslation("settings.email")), new TestMailPanel(actorId, testMail));
        add(security, saved, organisation(actorId, organisation, gate, uploads), email);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent arrived) {
        var location = arrived.getLocation();
        if (location.getQueryParameters().getParameters().containsKey(OWN_FIRST)) {
            // Once: not again when the page is loaded again
            UI.getCurrent().getPage().getHistory().replaceState(null, new Location(location.getPath()));
            enforcementSwitch.goOn();
        }
    }

    private Section organisation(long actorId, OrganisationSettings settings, StepUpGate gate, Uploads uploads) {
        return new Section(
                new H2(getTranslation("settings.organisation")),
                new OrganisationForm(actorId, settings, gate),
                new LogoPanel(actorId, settings, gate, uploads));
    }

    private Paragraph hint(String key) {
        var hint = new Paragraph(getTranslation(key));
        hint.addClassName("hint");
        return hint;
    }
}
