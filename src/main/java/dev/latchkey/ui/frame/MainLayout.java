package dev.latchkey.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import dev.latchkey.account.branding.Branding;
import dev.latchkey.common.text.Initials;
import dev.latchkey.component.ComponentI18n;
import dev.latchkey.component.Times;
import dev.latchkey.component.form.PostForm;
import dev.latchkey.component.page.Page;
import dev.latchkey.signin.navigation.SignInPaths;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.twofactor.enforcement.EnforcementPlans;
import dev.latchkey.twofactor.enforcement.ui.PlannedStartNotice;
import dev.latchkey.ui.profile.ProfileView;
import dev.latchkey.user.UserService;
import org.jspecify.annotations.Nullable;

/** The frame around every page of a signed-in user. */
@Layout
class MainLayout extends AppLayout implements AfterNavigationObserver {

    // Hovering has already opened the menu before the click, and the click would close it again
    private static final String CLICK_KEEPS_OPEN = """
            this.addEventListener('click', event => {
              const button = event.target.closest('vaadin-menu-bar-button');
              if (button && event.detail > 0 && button.getAttribute('aria-expanded') === 'true') {
                event.stopImmediatePropagation();
              }
            }, true)
            """;

    private @Nullable Component shown;

    private final PlannedStartNotice plannedStart;

    MainLayout(CurrentSession session, UserService users, EnforcementPlans plans, Branding branding) {
        ComponentI18n.in(this);
        var userId = session.user().getUserId();
        var user = users.profileOf(userId);
        Times.reportedZone(UI.getCurrent())
                .filter(zone -> user.zone().filter(zone::equals).isEmpty())
                .ifPresent(zone -> users.recordTimeZone(userId, zone));
        plannedStart = new PlannedStartNotice(userId, plans, this::setUp);
        var product = new OrganisationMark(branding);
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("frame.navigation"));
        var navigation = new Navigation(session);
        toggle.setVisible(navigation.leadsSomewhere());
        var logout = new PostForm(SignInPaths.LOGOUT);
        // A named region: dialogs have their own headers, and a page has at most one banner
        var bar = new com.vaadin.flow.component.html.Section(
                skipLink(), toggle, product, userMenu(user.name(), logout), logout);
        bar.setAriaLabel(branding.name().orElseGet(() -> getTranslation("app.name")));
        bar.addClassName("frame-bar");
        addToNavbar(bar);
        // The profile is in the user's menu too, and a drawer for it alone would take a quarter of the page
        if (navigation.leadsSomewhere()) {
            addToDrawer(navigation);
        }
        setPrimarySection(Section.NAVBAR);
    }

    /**
     * After a click on the navigation the focus is on the new page's heading; a page that has just loaded starts at its top, and a
     * change of only the filter in the URL does not move the focus.
     */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (shown != null && shown != getContent()) {
            focusContent();
        }
        shown = getContent();
        plannedStart.refresh();
        if (shown instanceof Page page) {
            page.showNotice(plannedStart);
        }
    }

    private NativeButton skipLink() {
        var link = new NativeButton(getTranslation("frame.skip"), click -> focusContent());
        link.addClassName("skip-link");
        return link;
    }

    private void focusContent() {
        if (getContent() instanceof Page page) {
            page.focusHeading();
        }
    }

    // A page load, because a click on the profile page itself must open the dialog too
    private void setUp() {
        getUI().ifPresent(ui -> ui.getPage().setLocation("profile?" + ProfileView.SET_UP));
    }

    private MenuBar userMenu(String userName, PostForm logout) {
        var menu = ComponentI18n.in(new MenuBar());
        menu.addClassName("user-menu");
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        menu.setOpenOnHover(true);
        menu.setTabNavigation(true);
        menu.getElement().executeJs(CLICK_KEEPS_OPEN);
        var avatar = ComponentI18n.in(new Avatar(userName));
        avatar.setAbbreviation(Initials.of(userName));
        var root = menu.addItem(avatar);
        root.setAriaLabel(getTranslation("frame.user-menu", userName));
        root.getSubMenu()
                .addItem(
                        getTranslation("profile.title"),
                        click -> getUI().ifPresent(ui -> ui.navigate(ProfileView.class)));
        root.getSubMenu().addItem(getTranslation("frame.log-out"), click -> logout.submit());
        return menu;
    }
}
