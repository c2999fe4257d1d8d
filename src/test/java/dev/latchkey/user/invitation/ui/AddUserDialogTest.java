package dev.latchkey.user.invitation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextArea;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ViewTest;
import dev.latchkey.ui.users.UsersView;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.group.UserGroupSummary;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddUserDialogTest extends ViewTest {

    @Test
    void every_address_is_invited_and_named_with_what_came_of_it() {
        var administrator = people.administrator();
        dialogOf(administrator);

        invite("ada@example.com, Bob Builder <bob@example.com>");

        assertThat(lines())
                .containsExactly(
                        text("add-user.invited", "ada@example.com"),
                        text("add-user.invited-as", "bob@example.com", "Bob Builder"));
        assertThat(addresses().getValue()).isEmpty();
        assertThat(wrongIn(addresses())).isEmpty();
        assertThat(audited()).containsExactly("USER_INVITED ada@example.com", "USER_INVITED bob@example.com");
        assertThat(mailsTo(userOf("ada@example.com"))).containsExactly("INVITATION");
        assertThat(stored(userOf("bob@example.com"))).containsEntry("proposed_name", "Bob Builder");
    }

    @Test
    void what_is_no_address_stays_in_the_field_with_its_reason_and_the_rest_is_invited() {
        dialogOf(people.administrator());

        invite("ada@example.com\nnot an address\nadä@example.com");

        assertThat(lines())
                .contains(
                        text("add-user.invited", "ada@example.com"),
                        text("add-user.invalid", "not an address"),
                        text("add-user.not-ascii", "adä@example.com"));
        assertThat(addresses().getValue()).isEqualTo("not an address\nadä@example.com");
        assertThat(wrongIn(addresses())).isEqualTo(text("add-user.left", 2));
        assertThat(audited()).containsExactly("USER_INVITED ada@example.com");
    }

    @Test
    void where_nothing_was_typed_the_field_says_so() {
        dialogOf(people.administrator());

        press("add-user.submit");

        assertThat(wrongIn(addresses())).isEqualTo(text("form.email-invalid"));
        assertThat(lines()).isEmpty();
    }

    @Test
    void a_list_that_is_too_long_is_refused_as_a_whole_and_stays() {
        dialogOf(people.administrator());
        var tooMany = IntStream.range(0, 2_000)
                .mapToObj(i -> "u" + i + "@example.com")
                .collect(Collectors.joining("\n"));

        invite(tooMany);

        assertThat(wrongIn(addresses())).isNotEmpty();
        assertThat(addresses().getValue()).isEqualTo(tooMany);
        assertThat(lines()).isEmpty();
        assertThat(audited()).isEmpty();
    }

    @Test
    void an_active_user_needs_no_invitation() {
        var member = people.member();
        dialogOf(people.administrator());

        invite(member.email());

        assertThat(lines()).containsExactly(text("add-user.known", member.email()));
        assertThat(all(ListItem.class).getFirst().getChildren().filter(Button.class::isInstance))
                .isEmpty();
        assertThat(mailsTo(member)).isEmpty();
    }

    @Test
    void somebody_invited_before_can_be_sent_the_invitation_again_right_there() {
        var member = invited();
        dialogOf(people.administrator());

        invite(member.email());
        assertThat(lines()).containsExactly(text("add-user.known-invited", member.email()));
        press("users.invite-again");

        assertThat(lines()).containsExactly(text("users.invite-again.done", member.email()));
        assertThat(hasButton("users.invite-again")).isFalse();
        assertThat(mailsTo(member)).containsExactly("INVITATION");
    }

    @Test
    void a_disabled_user_can_be_enabled_right_there() {
        var member = disabled();
        dialogOf(people.administrator());

        invite(member.email());
        assertThat(lines()).containsExactly(text("add-user.known-disabled", member.email()));
        press("users.enable");

        assertThat(lines()).containsExactly(text("users.enable.done", member.email()));
        assertThat(stored(member)).containsEntry("status", "ACTIVE");
    }

    @Test
    void what_was_offered_says_why_it_cannot_be_done_any_more() {
        var member = disabled();
        dialogOf(people.administrator());

        invite(member.email());
        jdbc.update("UPDATE users SET status = 'ACTIVE' WHERE id = ?", member.id());
        press("users.enable");

        assertThat(lines()).containsExactly(text("grid.line", member.email(), text("access.refused.user-changed")));
        assertThat(hasButton("users.enable")).isFalse();
    }

    @Test
    void an_address_of_a_domain_that_is_not_allowed_stays() {
        jdbc.update("UPDATE account SET email_domains = 'example.com'");
        dialogOf(people.administrator());

        invite("ada@example.org");

        assertThat(lines()).containsExactly(text("add-user.domain-refused", "ada@example.org"));
        assertThat(addresses().getValue()).isEqualTo("ada@example.org");
        assertThat(wrongIn(addresses())).isEqualTo(text("add-user.left", 1));
        assertThat(audited()).isEmpty();
    }

    @Test
    void invited_users_join_the_chosen_groups() {
        people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        dialogOf(people.administrator());

        chooseGroup("Group of");
        invite("ada@example.com");

        assertThat(lines()).containsExactly(text("add-user.invited", "ada@example.com"));
        assertThat(jdbc.queryForList(
                        "SELECT g.name FROM user_group g JOIN user_group_member m ON m.user_group = g.id"
                                + " WHERE m.user_id = ?",
                        String.class,
                        userOf("ada@example.com").id()))
                .singleElement()
                .asString()
                .startsWith("Group of");
    }

    @Test
    void nobody_invites_into_a_group_with_more_permissions_than_their_own() {
        dialogOf(people.memberWith(Permission.MANAGE_USERS_AND_GROUPS));

        chooseGroup("Account Administrator");
        invite("ada@example.com");

        assertThat(lines()).containsExactly(text("access.refused.beyond-own-permissions"));
        assertThat(addresses().getValue()).isEqualTo("ada@example.com");
        assertThat(audited()).isEmpty();
    }

    @Test
    void after_a_while_groups_ask_who_it_is_and_an_invitation_without_any_does_not() {
        people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        signInLongAgo(people.administrator());
        open(UsersView.class);
        press("users.add");

        invite("ada@example.com");
        assertThat(lines()).containsExactly(text("add-user.invited", "ada@example.com"));

        chooseGroup("Group of");
        invite("bob@example.com");
        assertThat(title()).isEqualTo(text("step-up.title"));
        type("login.password", People.PASSWORD);
        press("step-up.submit");

        assertThat(lines()).containsExactly(text("add-user.invited", "bob@example.com"));
    }

    @Test
    void the_list_behind_the_dialog_has_the_new_users_once_it_is_closed() {
        dialogOf(people.administrator());
        invite("ada@example.com");

        press("dialog.close");

        assertThat(isDialogOpen()).isFalse();
        assertThat(row("ada@example.com").cell("users.status")).isEqualTo(text("users.status.invited"));
    }

    private void dialogOf(Person person) {
        signIn(person);
        open(UsersView.class);
        press("users.add");
        assertThat(title()).isEqualTo(text("add-user.title"));
    }

    private void invite(String typed) {
        type("add-user.addresses", typed);
        press("add-user.submit");
    }

    @SuppressWarnings("unchecked")
    private static void chooseGroup(String beginning) {
        MultiSelectComboBox<UserGroupSummary> groups = field(MultiSelectComboBox.class, "users.groups");
        enter(
                groups,
                Set.of(groups.getListDataView()
                        .getItems()
                        .filter(group -> group.name().startsWith(beginning))
                        .findFirst()
                        .orElseThrow()));
    }

    private static TextArea addresses() {
        return one(TextArea.class);
    }

    private static List<String> lines() {
        return all(ListItem.class).stream()
                .map(line -> shownIn(line.getChildren().findFirst().orElseThrow()))
                .toList();
    }

    private Person userOf(String email) {
        return new Person(jdbc.queryForObject("SELECT id FROM users WHERE email = ?", Long.class, email), email);
    }
}
