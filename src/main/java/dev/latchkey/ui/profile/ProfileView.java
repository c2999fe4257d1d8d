package dev.latchkey.ui.profile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.latchkey.component.page.Page;
import dev.latchkey.signin.browser.KnownBrowserAdministration;
import dev.latchkey.signin.navigation.PostSignInRedirect;
import dev.latchkey.signin.password.change.ui.ChangePasswordDialogs;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.signin.session.OwnSessions;
import dev.latchkey.twofactor.enforcement.ui.AuthenticationSettingsView;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.enrolment.ui.TwoFactorSection;
import dev.latchkey.twofactor.recovery.RecoveryCodeStatus;
import dev.latchkey.twofactor.recovery.RecoveryCodes;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.identity.OwnAddress;
import dev.latchkey.user.identity.OwnName;

/** The user's own data and settings. */
@Route("profile")
public class ProfileView extends Page implements BeforeEnterObserver, AfterNavigationObserver {

    /** Parameter that opens the set-up of an authenticator app at once. */
    public static final String SET_UP = "set-up";

    private final TwoFactorSection twoFactorSection;

    ProfileView(
            CurrentSession session,
            UserService users,
            OwnName name,
            OwnAddress address,
            TwoFactorService twoFactor,
            RecoveryCodes recoveryCodes,
            StepUpGate stepUp,
            OwnSessions sessions,
            KnownBrowserAdministration browsers,
            ChangePasswordDialogs changePasswordDialogs) {
        super("profile.title");
        var userId = session.user().getUserId();
        var sessionsSection = new SessionsSection(session, sessions, browsers);
        twoFactorSection = new TwoFactorSection(userId, twoFactor, recoveryCodes, stepUp::pass, epoch -> {
            session.continueWithCodeUnder(epoch);
            sessionsSection.refresh();
        });
        PostSignInRedirect.current(PostSignInRedirect.Reason.RECOVERY_CODE_USED)
                .ifPresent(redirect -> add(new RecoveredPrompt(
                        redirect,
                        recoveryCodes
                                .statusOf(userId)
                                .map(RecoveryCodeStatus::codesLeft)
                                .orElse(0),
                        twoFactorSection::replaceThen)));
        var profile = users.profileOf(userId);
        var changePassword =
                new Button(getTranslation("change-password.title"), click -> changePasswordDialogs.open(profile));
        var password = new Div(new H3(getTranslation("login.password")), changePassword);
        password.addClassName("two-factor-part");
        var security = new Section(new H2(getTranslation("profile.security")), twoFactorSection, password);
        var language = new LanguageChoice(profile.language(), chosen -> users.chooseLanguage(userId, chosen));
        var identity = new IdentitySection(userId, users, name, address, stepUp);
        add(identity, new Section(language), security, sessionsSection);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (isBeforeEnforcing(event.getLocation()) && twoFactorSection.isOn()) {
            event.forwardTo(AuthenticationSettingsView.class);
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (isBeforeEnforcing(event.getLocation())) {
            // That page takes up what the set-up has interrupted
            twoFactorSection.enrolThen(() -> getUI().ifPresent(ui -> ui.navigate(
                    AuthenticationSettingsView.class, QueryParameters.of(AuthenticationSettingsView.OWN_FIRST, ""))));
        } else if (has(event.getLocation(), SET_UP) && !twoFactorSection.isOn()) {
            // Once more, without the notice that led here
            twoFactorSection.enrolThen(() -> getUI().ifPresent(ui -> ui.navigate(ProfileView.class)));
        }
    }

    private static boolean isBeforeEnforcing(Location location) {
        return has(location, AuthenticationSettingsView.OWN_FIRST);
    }

    private static boolean has(Location location, String parameter) {
        return location.getQueryParameters().getParameters().containsKey(parameter);
    }
}
