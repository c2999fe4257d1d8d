package dev.latchkey.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.NavigatorKt;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.RouterLink;
import dev.latchkey.component.form.DateField;
import dev.latchkey.component.form.PostForm;
import dev.latchkey.support.TheAccount;
import dev.latchkey.support.ViewTest;
import dev.latchkey.ui.profile.ProfileView;
import dev.latchkey.user.access.Permission;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class OverviewViewTest extends ViewTest {

    @Autowired
    private TheAccount account;

    @ParameterizedTest
    @EnumSource(Permission.class)
    void whoever_has_a_permission_starts_here(Permission permission) {
        signIn(people.memberWith(permission));
        openAddress("");

        assertThat(NavigatorKt.getCurrentView()).isEqualTo(OverviewView.class);
        assertThat(all(SideNavItem.class).stream().map(SideNavItem::getLabel)).contains(text("overview.title"));
    }

    @Test
    void members_start_in_their_profile() {
        signIn(people.member());
        openAddress("");

        assertThat(NavigatorKt.getCurrentView()).isEqualTo(ProfileView.class);
    }

    @Test
    void each_figure_leads_to_the_users_behind_it() {
        var administrator = people.administrator();
        people.enrol(administrator);
        people.member();
        people.member();
        signIn(administrator);
        open(OverviewView.class);

        assertThat(shown()).contains("33%", text("overview.of-active", 1, 3));
        assertThat(links())
                .contains("access-management/users?secret=unproven", "access-management/users?secret=expired");
        assertThat(row("Account Administrator").part("overview.group")).isInstanceOf(RouterLink.class);
    }

    @Test
    void who_has_never_logged_in_is_not_called_unreachable() {
        var administrator = people.administrator();
        people.member();
        signIn(administrator);
        open(OverviewView.class);

        assertThat(figure("overview.unreachable").getClassNames()).contains("none");
        assertThat(figure("overview.never").getClassNames()).contains("neutral");
        assertThat(links())
                .anyMatch(link -> link.contains("reach=refused"))
                .anyMatch(link -> link.contains("reach=never"))
                .noneMatch(link -> link.contains("reach=unreachable"));
    }

    @Test
    void who_may_not_open_the_users_sees_figures_without_links() {
        signIn(people.memberWith(Permission.MANAGE_ACCOUNT));
        open(OverviewView.class);

        assertThat(shown()).contains(text("overview.not-set-up"));
        assertThat(links()).noneMatch(link -> link.contains("users"));
    }

    @Test
    void an_auditor_sees_no_figures() {
        signIn(people.memberWith(Permission.VIEW_AUDIT_TRAIL));
        open(OverviewView.class);

        assertThat(shown()).doesNotContain(text("overview.not-set-up"), text("overview.remind.title"));
    }

    @Test
    void administrators_without_a_second_factor_are_told_so() {
        var administrator = people.administrator();
        signIn(administrator);
        open(OverviewView.class);
        assertThat(shown()).contains(text("overview.own-off"));
    }

    @Test
    void administrators_with_a_second_factor_are_told_nothing_of_it() {
        var administrator = people.administrator();
        people.enrol(administrator);
        signIn(administrator);
        open(OverviewView.class);

        assertThat(shown()).doesNotContain(text("overview.own-off"));
    }

    @Test
    void everyone_is_reminded_after_a_question_with_the_number() {
        var administrator = people.administrator();
        people.enrol(administrator);
        var member = people.member();
        signIn(administrator);
        open(OverviewView.class);
        press("overview.remind", 1);
        assertThat(question()).isEqualTo(text("overview.remind.question", 1));
        cancel();
        assertThat(mailsTo(member)).isEmpty();

        press("overview.remind", 1);
        confirm();
        assertThat(mailsTo(member)).containsExactly("SET_UP_REMINDER");
        assertThat(shown()).contains(text("overview.remind.done", 1));
        assertThat(audited()).contains("REMINDERS_EMAILED 1");
    }

    @Test
    void the_checklist_can_be_hidden() {
        signIn(people.administrator());
        open(OverviewView.class);
        assertThat(shown()).contains(text("first-hour.enforcement"));

        press("first-hour.close");
        assertThat(shown()).doesNotContain(text("first-hour.enforcement"));
        open(ProfileView.class);
        open(OverviewView.class);
        assertThat(shown()).doesNotContain(text("first-hour.enforcement"));
    }

    @Test
    void since_when_it_is_enforced_is_said_to_those_who_may_change_it() {
        account.enforce();
        signIn(people.memberWith(Permission.MANAGE_ACCOUNT));
        open(OverviewView.class);
        assertThat(shown()).contains("On since");
    }

    @Test
    void refused_addresses_can_be_copied_whole_with_the_servers_answer() {
        account.enforce();
        var refused = people.member();
        var now = Timestamp.from(clock.instant());
        jdbc.update(
                "INSERT INTO outbox_message (kind, recipient_id, reference, status, problem, failure, created_at,"
                        + " next_attempt_at) SELECT 'SECRET_ENFORCED', ?, enforcement_version, 'FAILED', 'REFUSED',"
                        + " '550 5.1.1 no such mailbox', ?, ? FROM account",
                refused.id(),
                now,
                now);
        signIn(people.memberWith(Permission.MANAGE_ACCOUNT));
        open(OverviewView.class);

        assertThat(one(Pre.class).getText()).isEqualTo(refused.email() + "\t550 5.1.1 no such mailbox");
        assertThat(hasButton("mails.copy")).isTrue();
        assertThat(hasButton("overview.refused.export")).isTrue();
    }

    @Test
    void the_line_over_time_has_a_description_and_a_table() {
        day(3, 4, 1);
        day(1, 5, 2);
        signIn(people.memberWith(Permission.MANAGE_ACCOUNT));
        open(OverviewView.class);

        var drawn = one(Svg.class).getElement().getProperty("innerHTML");
        assertThat(drawn)
                .contains("<title id=\"coverage-title\">" + text("overview.over-time"))
                .contains("1 of 4 active users were protected")
                .contains("2 of 5")
                .doesNotContain("style=");
        assertThat(LocatorJ._get(one(NativeDetails.class), NativeTable.class)
                        .getBody()
                        .getRows())
                .hasSize(2);
    }

    @Test
    void on_the_first_day_there_is_no_line_yet() {
        day(0, 4, 1);
        signIn(people.memberWith(Permission.MANAGE_ACCOUNT));
        open(OverviewView.class);

        assertThat(shown()).contains(text("overview.over-time.soon"));
        assertThat(all(Svg.class)).isEmpty();
    }

    @Test
    void who_is_no_auditor_is_offered_no_evidence() {
        signIn(people.memberWith(Permission.MANAGE_ACCOUNT));
        open(OverviewView.class);

        assertThat(shown()).doesNotContain(text("evidence.title"));
    }

    @Test
    void an_auditor_exports_a_past_day() {
        day(1, 5, 2);
        signIn(people.memberWith(Permission.VIEW_AUDIT_TRAIL));
        open(OverviewView.class);
        assertThat(field(DateField.class, "evidence.day").getValue()).isEqualTo(today().minusDays(1));
        press("audit.export");
        assertThat(all(PostForm.class).stream().map(form -> form.getElement().getAttribute("action")))
                .contains("access-management/evidence.csv?day=" + today().minusDays(1));
    }

    private void day(int ago, int active, int protectedUsers) {
        var at = Timestamp.from(clock.instant());
        jdbc.update(
                "INSERT INTO user_state_day (day, begun_at, observed_at, active, protected_users, not_set_up)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                today().minusDays(ago),
                at,
                at,
                active,
                protectedUsers,
                active - protectedUsers);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static ListItem figure(String key) {
        return all(ListItem.class).stream()
                .filter(item -> shownIn(item).contains(text(key)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> links() {
        return all(RouterLink.class).stream().map(RouterLink::getHref).toList();
    }
}
