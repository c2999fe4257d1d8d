package dev.latchkey.ui.user;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import dev.latchkey.common.text.Isolation;
import dev.latchkey.component.Isolated;
import dev.latchkey.component.page.Page;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.twofactor.directory.MemberDirectory;
import dev.latchkey.ui.users.MemberBadges;
import dev.latchkey.ui.users.UsersView;
import java.util.Optional;

/** One user, with everything that administrators know about them. */
@Route("access-management/users/:id")
public class UserView extends Page implements BeforeEnterObserver {

    private final MemberDirectory members;

    UserView(MemberDirectory members) {
        super("user.title");
        this.members = members;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        idIn(event).flatMap(members::find).ifPresentOrElse(this::show, this::showNobody);
    }

    private static Optional<Long> idIn(BeforeEnterEvent event) {
        try {
            return event.getRouteParameters().get("id").map(Long::valueOf);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void showNobody() {
        begin(getTranslation("user.title"));
        add(new Paragraph(getTranslation("access.refused.user-gone")), back());
    }

    private void show(Member member) {
        begin(member.displayName());
        var details = new DescriptionList();
        details.addClassName("details");
        describe(details, "users.email", new Isolated(member.email()));
        describe(details, "users.status", MemberBadges.status(this, member));
        describe(details, "users.groups", new Isolated(groups(member)));
        describe(details, "users.state", MemberBadges.twoFactor(this, member.state()));
        add(back(), new Section(new H2(getTranslation("user.details")), details));
    }

    private RouterLink back() {
        return new RouterLink(getTranslation("user.back"), UsersView.class);
    }

    private String groups(Member member) {
        return member.groups().isEmpty() ? getTranslation("profile.no-groups") : Isolation.ofEach(member.groups());
    }

    private void describe(DescriptionList list, String termKey, Component description) {
        list.add(new DescriptionList.Term(getTranslation(termKey)), new DescriptionList.Description(description));
    }
}
