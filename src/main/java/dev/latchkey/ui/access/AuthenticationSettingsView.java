package dev.latchkey.ui.access;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import dev.latchkey.component.Page;
import dev.latchkey.signin.CurrentSession;
import dev.latchkey.signin.ui.StepUpGate;
import dev.latchkey.twofactor.Enforcement;
import dev.latchkey.twofactor.EnforcementMails;
import dev.latchkey.user.AccountSettings;

/** How people sign in to this account. */
@Route("access-management/authentication-settings")
public class AuthenticationSettingsView extends Page {

    /** Parameter that brings an administrator to their profile for their own second factor, and back here. */
    public static final String OWN_FIRST = "before-enforcing";

    AuthenticationSettingsView(
            CurrentSession session,
            Enforcement enforcement,
            EnforcementMails mails,
            AccountSettings settings,
            StepUpGate gate) {
        super("settings.title");
        var actorId = session.user().getUserId();
        var progress = new MailProgressPanel(actorId, mails);
        var security = new Section(
                new H2(getTranslation("settings.security-options")),
                new EnforcementSwitch(actorId, enforcement, gate, progress::refresh),
                progress,
                new SecretDeliveryChoice(actorId, enforcement, gate),
                new PasswordRulesForm(actorId, settings, gate),
                new EmailDomainsForm(actorId, settings, gate));
        security.addClassName("security-options");
        add(security);
    }
}
