package dev.latchkey.ui;

import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import dev.latchkey.ui.profile.ProfileView;

/** The side navigation: the pages that the user may open. */
class Navigation extends SideNav {

    Navigation() {
        addItem(new SideNavItem(getTranslation("profile.title"), ProfileView.class));
    }
}
