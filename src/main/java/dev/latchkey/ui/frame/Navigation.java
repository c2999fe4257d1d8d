package dev.latchkey.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import dev.latchkey.component.ComponentI18n;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.twofactor.enforcement.ui.AuthenticationSettingsView;
import dev.latchkey.ui.audittrail.AuditTrailView;
import dev.latchkey.ui.overview.OverviewView;
import dev.latchkey.ui.profile.ProfileView;
import dev.latchkey.ui.users.UsersView;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.group.ui.UserGroupsView;
import java.util.List;

/** The side navigation: the pages that the user may open. */
class Navigation extends SideNav {

    Navigation(CurrentSession session) {
        ComponentI18n.in(this);
        getElement().setAttribute("aria-label", getTranslation("frame.navigation"));
        var accessManagement = new SideNavItem(getTranslation("navigation.access-management"));
        for (var page : Page.values()) {
            if (page.permissions.stream().anyMatch(session::may)) {
                accessManagement.addItem(new SideNavItem(getTranslation(page.titleKey), page.view));
            }
        }
        accessManagement.setExpanded(true);
        if (!accessManagement.getItems().isEmpty()) {
            var continuousSecurity = new SideNavItem(getTranslation("navigation.continuous-security"));
            continuousSecurity.addItem(accessManagement);
            continuousSecurity.setExpanded(true);
            addItem(continuousSecurity);
        }
        addItem(new SideNavItem(getTranslation("profile.title"), ProfileView.class));
    }

    /** Whether there is more in it than the user's own profile. */
    boolean leadsSomewhere() {
        return getItems().size() > 1;
    }

    private enum Page {
        OVERVIEW(OverviewView.class, "overview.title", Permission.values()),
        USERS(UsersView.class, "users.title", Permission.MANAGE_USERS_AND_GROUPS),
        GROUPS(UserGroupsView.class, "groups.title", Permission.MANAGE_USERS_AND_GROUPS),
        SETTINGS(AuthenticationSettingsView.class, "settings.title", Permission.MANAGE_ACCOUNT),
        AUDIT_TRAIL(AuditTrailView.class, "audit.title", Permission.VIEW_AUDIT_TRAIL);

        private final Class<? extends Component> view;
        private final String titleKey;
        private final List<Permission> permissions;

        Page(Class<? extends Component> view, String titleKey, Permission... oneOf) {
            this.view = view;
            this.titleKey = titleKey;
            this.permissions = List.of(oneOf);
        }
    }
}
