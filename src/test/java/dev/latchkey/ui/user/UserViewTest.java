package dev.latchkey.ui.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ViewTest;
import dev.latchkey.ui.users.UsersView;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.ui.UserLink;
import org.junit.jupiter.api.Test;

class UserViewTest extends ViewTest {

    @Test
    void the_name_in_the_list_leads_to_the_page_of_the_user() {
        var member = named("Greta Garbo", people.memberWith(Permission.VIEW_AUDIT_TRAIL));
        signIn(people.administrator());
        open(UsersView.class);

        var link = (UserLink) row(member.email()).part("users.name");
        openAddress(link.getHref());

        assertThat(shownIn(one(H1.class))).isEqualTo("Greta Garbo");
        assertThat(shown())
                .contains(member.email(), text("users.status.active"), "Group of " + member.email())
                .contains(text("users.state.off"));
    }

    @Test
    void of_a_user_who_is_gone_or_never_was_the_page_says_so() {
        signIn(people.administrator());

        openUser("0");
        assertThat(shown()).contains(text("access.refused.user-gone"));
        openUser("nobody");
        assertThat(shown()).contains(text("access.refused.user-gone"), text("user.back"));
    }

    @Test
    void whoever_may_not_manage_users_meets_no_such_page() {
        var member = people.member();
        signIn(people.memberWith(Permission.MANAGE_ACCOUNT));

        openUser(Long.toString(member.id()));

        assertThat(shown()).contains(text("error.no-page")).doesNotContain(member.email());
    }

    @Test
    void somebody_who_has_not_signed_up_is_named_by_their_address() {
        var invited = invited();
        signIn(people.administrator());

        openUser(invited);

        assertThat(shownIn(one(H1.class))).isEqualTo(invited.email());
        assertThat(shown()).contains(text("users.status.invited"), text("profile.no-groups"));
    }

    private void openUser(Person person) {
        openUser(Long.toString(person.id()));
    }

    private void openUser(String id) {
        openAddress(UserLink.PAGES + id);
    }
}
