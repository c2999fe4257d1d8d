package dev.latchkey.twofactor.enforcement.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import dev.latchkey.component.Switch;
import dev.latchkey.component.Times;
import dev.latchkey.component.form.DateField;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ViewTest;
import dev.latchkey.twofactor.enforcement.group.GroupOption;
import dev.latchkey.user.access.Permission;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EnforcementSwitchTest extends ViewTest {

    @Test
    void whoever_may_not_manage_the_account_meets_no_such_page() {
        signIn(people.memberWith(Permission.MANAGE_USERS_AND_GROUPS));

        openAddress("access-management/authentication-settings");

        assertThat(shown()).contains(text("error.no-page.title")).doesNotContain(text("settings.security-options"));
    }

    @Test
    void whoever_is_unprotected_is_sent_to_protect_their_own_login_first() {
        settingsOf(people.administrator());
        assertThat(toggle().getValue()).isFalse();
        assertThat(shown()).contains(text("enforcement.off"));

        flip(toggle());
        assertThat(question()).isEqualTo(text("enforcement.own-first.text"));
        confirm();

        assertThat(ranScriptWith("profile?before-enforcing")).isTrue();
        assertThat(toggle().getValue()).isFalse();
        assertThat(isEnforced()).isFalse();
    }

    @Test
    void whoever_has_protected_their_own_login_finds_the_question_open_again_unless_somebody_has_answered_it() {
        signIn(protectedAdministrator());

        openAddress("access-management/authentication-settings?before-enforcing");
        assertThat(shown()).contains(text("enforcement.enforce.text"));
        cancel();

        enforceBySql();
        openAddress("access-management/authentication-settings?before-enforcing");
        assertThat(isDialogOpen()).isFalse();
    }

    @Test
    void the_question_counts_whom_it_concerns_and_the_switch_is_on_only_after_it() {
        var member = people.member();
        settingsOf(protectedAdministrator());

        var toggle = toggle();
        flip(toggle);
        assertThat(toggle.getValue()).isFalse();
        assertThat(shown()).contains(text("enforcement.enforce.text"));
        assertThat(figures())
                .containsExactly(
                        "1 access-management/users?state=on&status=active",
                        "1 access-management/users?secret=unproven",
                        "2 access-management/users?reach=unreachable&status=active");
        confirm();

        assertThat(told()).containsExactly(text("enforcement.enforced", 1));
        assertThat(toggle().getValue()).isTrue();
        assertThat(shown()).doesNotContain(text("enforcement.off"));
        assertThat(isEnforced()).isTrue();
        assertThat(audited()).containsExactly("ENFORCEMENT_TURNED_ON 1");
        assertThat(mailsTo(member)).containsExactly("SECRET_ENFORCED");
        assertThat(one(MailProgressPanel.class).isVisible()).isTrue();
    }

    @Test
    void where_everybody_has_an_app_nobody_is_mailed() {
        settingsOf(protectedAdministrator());

        flip(toggle());
        assertThat(figures()).as("none of nobody leads anywhere").hasSize(2);
        confirm();

        assertThat(told()).containsExactly(text("enforcement.enforced-without-mail"));
    }

    @Test
    void FIELD_T7_where_secrets_are_shown_on_screen_question_and_answer_say_so() {
        jdbc.update("UPDATE account SET secret_delivery = 'ON_SCREEN'");
        people.member();
        settingsOf(protectedAdministrator());

        flip(toggle());
        assertThat(shown())
                .contains(text("enforcement.figure.on-screen"), text("settings.secret-delivery.on-screen.hint"))
                .doesNotContain(text("enforcement.figure.emailed"));
        confirm();

        assertThat(told()).containsExactly(text("enforcement.enforced-on-screen", 1));
    }

    @Test
    void saying_no_enforces_nothing() {
        settingsOf(protectedAdministrator());

        flip(toggle());
        cancel();

        assertThat(toggle().getValue()).isFalse();
        assertThat(isEnforced()).isFalse();
        assertThat(audited()).isEmpty();
    }

    @Test
    void it_is_lifted_after_a_question() {
        var administrator = protectedAdministrator();
        enforceBySql();
        settingsOf(administrator);
        assertThat(toggle().getValue()).isTrue();

        flip(toggle());
        assertThat(question()).isEqualTo(text("enforcement.lift.text"));
        confirm();

        assertThat(told()).containsExactly(text("enforcement.lifted"));
        assertThat(toggle().getValue()).isFalse();
        assertThat(isEnforced()).isFalse();
        assertThat(audited()).containsExactly("ENFORCEMENT_TURNED_OFF");
    }

    @Test
    void whoever_comes_second_changes_nothing_and_the_switch_shows_how_it_stands() {
        settingsOf(protectedAdministrator());
        flip(toggle());

        enforceBySql();
        confirm();

        assertThat(told()).containsExactly(text("enforcement.refused.flipped"));
        assertThat(toggle().getValue()).isTrue();
        assertThat(audited()).isEmpty();
    }

    @Test
    void after_a_while_it_asks_for_a_code() {
        var administrator = people.administrator();
        var app = people.enrol(administrator);
        clock.toNextStep();
        signInLongAgo(administrator);
        open(AuthenticationSettingsView.class);

        flip(toggle());
        confirm();
        assertThat(title()).isEqualTo(text("step-up.title"));
        assertThat(isEnforced()).isFalse();
        type("code.label", app.code());
        press("step-up.submit");

        assertThat(isEnforced()).isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void it_is_planned_for_a_date_that_can_be_changed_and_given_up() {
        var member = people.member();
        settingsOf(protectedAdministrator());

        flip(toggle());
        chooseADate();
        confirm();
        assertThat(isDialogOpen()).as("without a date").isTrue();
        assertThat(wrongIn(one(DateField.class))).isEqualTo(text("enforcement.refused.start"));
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(3);
        enter(one(DateField.class), day);
        confirm();

        assertThat(toggle().getValue()).isFalse();
        var start = day.atTime(8, 0).toInstant(ZoneOffset.UTC);
        assertThat(shown()).contains(text("enforcement.planned", Times.text(UI.getCurrent(), start)));
        assertThat(mailsTo(member)).containsExactly("ENFORCEMENT_PLANNED");

        press("enforcement.plan.change");
        assertThat(one(DateField.class).getValue()).isEqualTo(day);
        enter((Select<LocalTime>) field(Select.class, "enforcement.start.time"), LocalTime.of(9, 30));
        confirm();
        press("enforcement.plan.cancel");
        confirm();

        assertThat(shown()).contains(text("enforcement.off"));
        assertThat(audited())
                .containsExactly(
                        "ENFORCEMENT_PLANNED " + start,
                        "ENFORCEMENT_PLAN_CHANGED " + start.plusSeconds(5_400),
                        "ENFORCEMENT_PLAN_CANCELLED");
    }

    @Test
    void it_can_begin_with_chosen_groups_which_the_page_lists_until_that_is_ended() {
        var member = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        var group = people.groupOf(member);
        people.member();
        settingsOf(protectedAdministrator());

        flip(toggle());
        chooseGroups();
        assertThat(shown()).contains(text("enforcement.enforce.text-groups"));
        assertThat(figures()).as("of nobody").isEmpty();
        confirm();
        assertThat(isDialogOpen()).as("without a group").isTrue();
        assertThat(wrongIn(groupField())).isEqualTo(text("enforcement.who.none"));
        chooseGroup("Group of " + member.email());
        assertThat(figures())
                .containsExactly(
                        "1 access-management/users?secret=unproven&group=" + group,
                        "1 access-management/users?reach=unreachable&status=active&group=" + group);
        confirm();

        assertThat(told()).containsExactly(text("enforcement.enforced", 1));
        assertThat(mailsTo(member)).containsExactly("SECRET_ENFORCED");
        assertThat(toggle().getValue()).as("not for everyone").isFalse();
        assertThat(shown())
                .contains(
                        text("enforcement.off-but-groups", "Group of " + member.email()),
                        text(
                                "enforcement.group.on",
                                "Group of " + member.email(),
                                Times.text(UI.getCurrent(), clock.instant()),
                                1));

        press("enforcement.group.stop");
        assertThat(question()).isEqualTo(text("enforcement.group.stop.text"));
        confirm();
        assertThat(shown()).contains(text("enforcement.off"));
        assertThat(audited())
                .containsExactly(
                        "GROUPS_ENFORCED Group of " + member.email(),
                        "GROUP_ENFORCEMENT_ENDED Group of " + member.email());
    }

    @Test
    void every_page_of_a_member_names_the_day_from_which_they_need_a_code() {
        var member = people.member();
        settingsOf(protectedAdministrator());
        flip(toggle());
        chooseADate();
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(3);
        enter(one(DateField.class), day);
        confirm();

        signIn(member);
        openAddress("profile");

        var start = day.atTime(8, 0).toInstant(ZoneOffset.UTC);
        assertThat(shown()).contains(text("enforcement.planned.notice", Times.planned(UI.getCurrent(), start)));
    }

    @Test
    void groups_can_be_planned_for_a_date_as_well() {
        var member = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        settingsOf(protectedAdministrator());

        flip(toggle());
        chooseGroups();
        chooseGroup("Group of " + member.email());
        chooseADate();
        assertThat(shown()).contains(text("enforcement.enforce.text-groups-planned"));
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(3);
        enter(one(DateField.class), day);
        confirm();

        assertThat(mailsTo(member)).containsExactly("ENFORCEMENT_PLANNED");
        assertThat(shown())
                .contains(text("enforcement.off"))
                .contains(text(
                        "enforcement.group.planned",
                        "Group of " + member.email(),
                        Times.text(UI.getCurrent(), day.atTime(8, 0).toInstant(ZoneOffset.UTC)),
                        1));
        press("enforcement.plan.cancel");
        confirm();
        assertThat(shown()).doesNotContain(text("enforcement.groups"));
    }

    @Test
    void the_question_about_lifting_says_that_groups_go_on() {
        var member = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        var administrator = protectedAdministrator();
        enforceBySql();
        jdbc.update(
                "INSERT INTO enforced_group (user_group, enforced_since, enforcement_begun) VALUES (?, ?, TRUE)",
                people.groupOf(member),
                Timestamp.from(clock.instant()));
        settingsOf(administrator);

        flip(toggle());

        assertThat(question()).isEqualTo(text("enforcement.lift.text-but-groups"));
    }

    @Test
    void members_without_an_app_are_told_the_date_on_every_page_and_can_set_up_at_once() {
        var administrator = protectedAdministrator();
        jdbc.update(
                "UPDATE account SET enforced_since = ?, enforcement_begun = FALSE",
                Timestamp.from(clock.instant().plusSeconds(3_600)));
        signIn(people.member());
        openAddress("profile");
        assertThat(one(PlannedStartNotice.class).isVisible()).isTrue();

        openAddress("profile?set-up");
        assertThat(title()).isEqualTo(text("enrolment.title"));
        type("code.label", new AuthenticatorApp(secretKey(), clock).code());
        press("enrolment.submit");
        press("recovery-codes.kept");
        assertThat(all(PlannedStartNotice.class)).as("after the set-up").isEmpty();

        signIn(administrator);
        open(AuthenticationSettingsView.class);
        assertThat(all(PlannedStartNotice.class)).as("whoever has an app").isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static void chooseGroups() {
        var who = (RadioButtonGroup<Object>) field(RadioButtonGroup.class, "enforcement.who");
        enter(who, who.getListDataView().getItem(1));
    }

    private static void chooseGroup(String name) {
        var field = groupField();
        enter(
                field,
                field.getListDataView()
                        .getItems()
                        .filter(group -> group.name().equals(name))
                        .collect(Collectors.toSet()));
    }

    @SuppressWarnings("unchecked")
    private static MultiSelectComboBox<GroupOption> groupField() {
        return one(MultiSelectComboBox.class);
    }

    @SuppressWarnings("unchecked")
    private static void chooseADate() {
        var when = (RadioButtonGroup<Object>) field(RadioButtonGroup.class, "enforcement.start");
        enter(when, when.getListDataView().getItem(1));
    }

    @Test
    void whoever_may_not_see_the_users_sees_figures_that_lead_nowhere() {
        var manager = people.memberWith(Permission.MANAGE_ACCOUNT);
        people.enrol(manager);
        settingsOf(manager);

        flip(toggle());

        assertThat(figures()).isEmpty();
        assertThat(shown()).contains(text("enforcement.figure.protected"));
    }

    @Test
    void a_sample_goes_to_the_administrator_alone_and_enforces_nothing() {
        var member = people.member();
        var administrator = protectedAdministrator();
        settingsOf(administrator);

        flip(toggle());
        press("enforcement.sample.send");

        assertThat(shown()).contains(text("enforcement.sample.sent"));
        assertThat(mailsTo(administrator)).containsExactly("SECRET_SAMPLE");
        assertThat(mailsTo(member)).isEmpty();
        assertThat(isEnforced()).isFalse();
        assertThat(audited()).containsExactly("SAMPLE_MAIL_REQUESTED");
        assertThat(isDialogOpen()).isTrue();
    }

    @Test
    void after_three_samples_within_an_hour_there_are_no_more() {
        var administrator = protectedAdministrator();
        settingsOf(administrator);
        flip(toggle());

        for (var i = 0; i < 4; i++) {
            press("enforcement.sample.send");
        }

        assertThat(shown()).contains(text("enforcement.sample.refused", 3));
        assertThat(mailsTo(administrator)).hasSize(3);
    }

    /** Numbers that are links, each with its list. */
    private static List<String> figures() {
        return all(Anchor.class).stream()
                .filter(link -> link.hasClassName("enforcement-figure"))
                .map(link -> link.getChildren()
                                .findFirst()
                                .orElseThrow()
                                .getElement()
                                .getText() + " " + link.getHref())
                .toList();
    }

    private Person protectedAdministrator() {
        var administrator = people.administrator();
        people.enrol(administrator);
        return administrator;
    }

    private void settingsOf(Person person) {
        signIn(person);
        open(AuthenticationSettingsView.class);
    }

    private void enforceBySql() {
        jdbc.update(
                "UPDATE account SET enforced_since = ?, enforcement_version = enforcement_version + 1",
                Timestamp.from(clock.instant()));
    }

    private boolean isEnforced() {
        return jdbc.queryForObject("SELECT enforced_since IS NOT NULL FROM account", Boolean.class);
    }

    private static Switch toggle() {
        return field(Switch.class, "enforcement.switch");
    }
}
