package dev.latchkey.ui.profile;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.latchkey.signin.CurrentSession;
import dev.latchkey.twofactor.TwoFactorService;
import dev.latchkey.twofactor.ui.TwoFactorSection;
import dev.latchkey.user.UserProfile;
import dev.latchkey.user.UserService;

/** What a user sees and decides of themselves. */
@Route("profile")
public class ProfileView extends VerticalLayout implements HasDynamicTitle {

    ProfileView(CurrentSession session, UserService users, TwoFactorService twoFactor) {
        var userId = session.user().getUserId();
        addClassName("page");
        add(
                new H1(getTranslation("profile.title")),
                details(users.profileOf(userId)),
                new Section(
                        new H2(getTranslation("profile.security")),
                        new TwoFactorSection(userId, twoFactor, session::continueWithCodeUnder)));
    }

    private DescriptionList details(UserProfile profile) {
        var list = new DescriptionList();
        list.addClassName("details");
        describe(list, "profile.name", profile.name());
        describe(list, "profile.email", profile.email());
        describe(list, "profile.groups", profile.groupNames().orElseGet(() -> getTranslation("profile.no-groups")));
        return list;
    }

    private void describe(DescriptionList list, String termKey, String description) {
        list.add(new DescriptionList.Term(getTranslation(termKey)), new DescriptionList.Description(description));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("app.page-title", getTranslation("profile.title"));
    }
}
