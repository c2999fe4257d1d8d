package dev.latchkey.ui.audittrail;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.component.form.PostForm;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ViewTest;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.ui.UserLink;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class AuditTrailViewTest extends ViewTest {

    @Autowired
    private AuditTrail auditTrail;

    @Autowired
    private TransactionTemplate transaction;

    private Person member;

    @BeforeEach
    void threeEntries() {
        member = people.member();
        record(AuditAction.SIGNED_IN, "FACTOR_PASSWORD, FACTOR_TOTP");
        record(AuditAction.TWO_FACTOR_RESET, "BY_EMAIL");
        record(AuditAction.USER_CHANGED, "FACTOR_TOTP");
        signIn(people.memberWith(Permission.VIEW_AUDIT_TRAIL));
    }

    @Test
    void whoever_may_not_read_it_meets_no_such_page() {
        signIn(people.memberWith(Permission.MANAGE_ACCOUNT));

        openAddress("access-management/audit-trail");

        assertThat(shown()).contains(text("error.no-page.title")).doesNotContain(text("audit.export"));
    }

    @Test
    void entries_are_in_words_the_latest_first_and_names_stand_as_they_are() {
        openAddress(searching());

        assertThat(rows()).hasSize(3);
        assertThat(rows().stream().map(row -> row.cell("audit.action")))
                .containsExactly(
                        text("audit.action.user-changed"),
                        text("audit.action.two-factor-reset"),
                        text("audit.action.signed-in"));
        var login = rows().getLast();
        assertThat(login.cell("audit.detail"))
                .isEqualTo(text("audit.detail.password") + ", " + text("audit.detail.code"));
        assertThat(login.cell("audit.subject")).isEqualTo(member.email());
        assertThat(login.cell("audit.actor")).isEqualTo(member.email());
        assertThat(rows().get(1).cell("audit.detail")).isEqualTo(text("settings.secret-delivery.by-email"));
        assertThat(rows().getFirst().cell("audit.detail")).isEqualTo("FACTOR_TOTP");
    }

    @Test
    void typing_searches_and_where_there_is_nothing_it_says_so() {
        open(AuditTrailView.class);

        type("audit.search", member.email());
        assertThat(rows()).hasSize(3);

        type("audit.search", "nobody at all");
        assertThat(rows()).isEmpty();
        assertThat(shown()).contains(text("audit.empty"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_choice_of_actions_narrows_it() {
        openAddress(searching());

        enter(
                (MultiSelectComboBox<AuditAction>) field(MultiSelectComboBox.class, "audit.action"),
                Set.of(AuditAction.TWO_FACTOR_RESET, AuditAction.USER_CHANGED));

        assertThat(rows()).hasSize(2);
    }

    @Test
    void days_narrow_it_too() {
        openAddress(searching());
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);

        enter(field(DatePicker.class, "audit.from-date"), today.plusDays(1));
        assertThat(rows()).isEmpty();

        enter(field(DatePicker.class, "audit.from-date"), today);
        assertThat(rows()).hasSize(3);

        enter(field(DatePicker.class, "audit.to-date"), today.minusDays(1));
        assertThat(rows()).isEmpty();
    }

    @Test
    void an_address_with_filters_opens_the_same_entries_and_the_export_of_them() {
        openAddress(searching() + "&action=SIGNED_IN&from=2020-01-01&zone=Europe/Berlin");

        assertThat(rows()).hasSize(1);
        assertThat(field(TextField.class, "audit.search").getValue()).isEqualTo(member.email());
        assertThat(field(DatePicker.class, "audit.from-date").getValue()).isEqualTo(LocalDate.of(2020, 1, 1));
        assertThat(exportAddress())
                .contains("audit-trail.csv", "event=SIGNED_IN", "from=2020-01-01", "zone=Europe")
                .contains("search=");
    }

    @Test
    void where_days_count_in_another_zone_than_the_readers_the_fields_say_so() {
        openAddress(searching() + "&from=2020-01-01&zone=Asia/Tokyo");
        assertThat(field(DatePicker.class, "audit.from-date").getHelperText())
                .isEqualTo(text("audit.zone", "Asia/Tokyo"));

        openAddress(searching());
        assertThat(field(DatePicker.class, "audit.from-date").getHelperText()).isNullOrEmpty();
    }

    @Test
    void what_an_address_says_that_is_no_filter_is_passed_over() {
        openAddress(searching() + "&action=NONSENSE&from=yesterday&zone=Nowhere");

        assertThat(rows()).hasSize(3);
        assertThat(field(DatePicker.class, "audit.from-date").getValue()).isNull();
    }

    @Test
    void an_entry_shows_its_time_to_the_second_and_the_browser() {
        openAddress(searching());

        assertThat(rows().getLast().cell("audit.time")).matches("[0-9/]+, [0-9]{2}:[0-9]{2}:[0-9]{2} UTC");
        elsewhere(() -> record(AuditAction.SIGNED_OUT, ""));
        record(AuditAction.SIGNED_IN, "");
        openAddress(searching() + "&event=SIGNED_IN");
        assertThat(rows().getFirst().cell("audit.browser")).isEqualTo("Firefox, Linux");
        openAddress(searching() + "&event=SIGNED_OUT");
        assertThat(rows().getFirst().cell("audit.browser")).isEmpty();
    }

    @Test
    void actor_target_and_address_narrow_it_by_the_address_of_the_page() {
        var other = people.member();
        transaction.executeWithoutResult(
                status -> auditTrail.record(AuditAction.USER_CHANGED, other.id(), member.id(), member.email(), ""));

        openAddress("access-management/audit-trail?target=" + member.email());
        assertThat(rows()).hasSize(4);
        openAddress("access-management/audit-trail?target=" + member.email() + "&actor=" + other.email());
        assertThat(rows()).hasSize(1);
        assertThat(exportAddress()).contains("actor=", "target=");
        openAddress("access-management/audit-trail?target=" + member.email() + "&ip=203.0.113.0/24");
        assertThat(rows()).isEmpty();
        openAddress("access-management/audit-trail?target=" + member.email() + "&ip=127.0.");
        assertThat(rows()).hasSize(1);
        openAddress("access-management/audit-trail?target=" + member.email() + "&ip=127.0.0.0/8");
        assertThat(rows()).hasSize(1);
    }

    @Test
    void a_user_finds_every_entry_about_them_or_by_them_whatever_their_address_was() {
        people.setEmail(member, "married." + member.email());
        record(AuditAction.SIGNED_OUT, "");

        openAddress("access-management/audit-trail?about=" + member.id());
        assertThat(rows()).hasSize(4);
        assertThat(exportAddress()).contains("about=" + member.id());
        openAddress("access-management/audit-trail?by=" + member.id() + "&event=SIGNED_OUT");
        assertThat(rows()).hasSize(1);

        press("audit.by", member.email());
        assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getQueryString())
                .isEqualTo("event=SIGNED_OUT");
        openAddress("access-management/audit-trail?about=0");
        assertThat(rows()).isEmpty();
        assertThat(shown()).contains(text("audit.about", text("audit.user-number", 0)));
    }

    @Test
    void what_is_no_address_is_said_at_the_field_and_stays_there() {
        openAddress(searching());

        type("audit.address", "example.com");
        var field = field(TextField.class, "audit.address");
        assertThat(wrongIn(field)).isEqualTo(text("audit.address.invalid"));
        assertThat(field.getValue()).isEqualTo("example.com");
        assertThat(rows()).hasSize(3);
    }

    @Test
    void users_who_are_still_there_are_links_for_those_who_may_open_them() {
        openAddress(searching());
        assertThat(rows().getFirst().part("audit.actor")).isNotInstanceOf(UserLink.class);

        people.makeAdministrator(member);
        signIn(member);
        openAddress(searching());
        assertThat(rows().getFirst().part("audit.actor")).isInstanceOf(UserLink.class);
        elsewhere(() -> people.remove(member));
        openAddress(searching() + "&from=2020-01-01");
        assertThat(rows().getFirst().part("audit.subject")).isNotInstanceOf(UserLink.class);
    }

    private String exportAddress() {
        return all(PostForm.class).stream()
                .map(form -> form.getElement().getAttribute("action"))
                .filter(action -> action.contains("csv"))
                .findFirst()
                .orElseThrow();
    }

    private String searching() {
        return "access-management/audit-trail?search=" + member.email();
    }

    private void record(AuditAction action, String detail) {
        transaction.executeWithoutResult(
                status -> auditTrail.record(action, member.id(), member.id(), member.email(), detail));
    }
}
