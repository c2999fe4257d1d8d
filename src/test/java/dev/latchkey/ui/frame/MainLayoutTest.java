package dev.latchkey.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ContextMenuKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.NavigatorKt;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.sidenav.SideNavItem;
import dev.latchkey.component.form.PostForm;
import dev.latchkey.support.ViewTest;
import dev.latchkey.twofactor.enforcement.ui.AuthenticationSettingsView;
import dev.latchkey.ui.audittrail.AuditTrailView;
import dev.latchkey.ui.profile.ProfileView;
import dev.latchkey.ui.users.UsersView;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.group.ui.UserGroupsView;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainLayoutTest extends ViewTest {

    @Test
    void an_administrator_is_led_to_every_page() {
        signIn(people.administrator());
        open(ProfileView.class);

        assertThat(navigation())
                .containsExactly(
                        text("navigation.continuous-security"),
                        text("navigation.access-management"),
                        text("overview.title"),
                        text("users.title"),
                        text("groups.title"),
                        text("settings.title"),
                        text("audit.title"),
                        text("profile.title"));
    }

    @Test
    void each_permission_leads_to_its_own_pages() {
        signIn(people.memberWith(Permission.MANAGE_USERS_AND_GROUPS));
        open(ProfileView.class);
        assertThat(navigation())
                .contains(text("users.title"), text("groups.title"))
                .doesNotContain(text("settings.title"), text("audit.title"));

        signIn(people.memberWith(Permission.MANAGE_ACCOUNT));
        open(ProfileView.class);
        assertThat(navigation())
                .contains(text("settings.title"))
                .doesNotContain(text("users.title"), text("audit.title"));

        signIn(people.memberWith(Permission.VIEW_AUDIT_TRAIL));
        open(ProfileView.class);
        assertThat(navigation())
                .contains(text("audit.title"))
                .doesNotContain(text("users.title"), text("settings.title"));
    }

    @Test
    void a_member_has_no_drawer_because_the_menu_leads_to_the_profile() {
        signIn(people.member());
        open(ProfileView.class);

        assertThat(navigation()).isEmpty();
        assertThat(all(DrawerToggle.class)).isEmpty();
    }

    @Test
    void the_address_without_a_path_leads_to_the_profile() {
        signIn(people.member());

        openAddress("");

        assertThat(NavigatorKt.getCurrentView()).isEqualTo(ProfileView.class);
    }

    @Test
    void what_one_has_no_permission_for_looks_as_if_it_did_not_exist() {
        signIn(people.member());
        for (var address : List.of("overview", "users", "groups", "authentication-settings", "audit-trail")) {
            openAddress("access-management/" + address);

            assertThat(one(H1.class).getText()).isEqualTo(text("error.no-page.title"));
        }
    }

    @Test
    void with_every_permission_each_page_has_its_heading() {
        signIn(people.administrator());

        open(UsersView.class);
        assertThat(one(H1.class).getText()).isEqualTo("Users");
        open(UserGroupsView.class);
        assertThat(one(H1.class).getText()).isEqualTo(text("groups.title"));
        open(AuthenticationSettingsView.class);
        assertThat(one(H1.class).getText()).isEqualTo(text("settings.title"));
        open(AuditTrailView.class);
        assertThat(one(H1.class).getText()).isEqualTo(text("audit.title"));
    }

    @Test
    void the_menu_of_the_user_leads_to_the_profile() {
        signIn(people.administrator());
        open(UsersView.class);
        assertThat(one(MenuBar.class).getItems().getFirst().getElement().getAttribute("aria-label"))
                .isEqualTo(text("frame.user-menu", "Mia Member"));

        act(() -> ContextMenuKt._clickItemWithCaption(one(MenuBar.class), text("profile.title")));

        assertThat(NavigatorKt.getCurrentView()).isEqualTo(ProfileView.class);
    }

    @Test
    void logging_out_is_a_form_that_carries_the_token() {
        signIn(people.member());
        open(ProfileView.class);

        var logout = one(PostForm.class);
        assertThat(logout.getElement().getAttribute("action")).endsWith("logout");
        assertThat(logout.getElement().getAttribute("method")).isEqualTo("post");
        assertThat(LocatorJ._find(logout, Input.class)).singleElement().satisfies(field -> {
            assertThat(field.getElement().getAttribute("name")).isEqualTo("_csrf");
            assertThat(field.getElement().getAttribute("value")).isEqualTo("token");
        });
    }

    @Test
    void a_click_on_the_navigation_goes_on_from_the_new_heading_and_so_does_the_skip_link() {
        signIn(people.administrator());
        open(ProfileView.class);
        assertThat(one(H1.class).getElement().getAttribute("tabindex")).isNull();

        open(UsersView.class);
        assertThat(one(H1.class).getElement().getAttribute("tabindex")).isEqualTo("-1");

        signIn(people.member());
        open(ProfileView.class);
        act(() -> LocatorJ._click(LocatorJ._get(NativeButton.class, spec -> spec.withText(text("frame.skip")))));
        assertThat(one(H1.class).getElement().getAttribute("tabindex")).isEqualTo("-1");
    }

    private static List<String> navigation() {
        return all(SideNavItem.class).stream().map(SideNavItem::getLabel).toList();
    }
}
