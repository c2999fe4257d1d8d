package dev.latchkey.twofactor.transfer.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.select.Select;
import dev.latchkey.component.form.FilePicker;
import dev.latchkey.support.ViewTest;
import dev.latchkey.twofactor.transfer.ImportFate;
import dev.latchkey.ui.users.UsersView;
import dev.latchkey.user.access.Permission;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

class ImportViewTest extends ViewTest {

    @Test
    void whoever_may_not_manage_users_meets_no_such_page() {
        signIn(people.memberWith(Permission.MANAGE_ACCOUNT));

        openAddress("access-management/users/import");

        assertThat(shown()).contains(text("error.no-page.title")).doesNotContain(text("import.explanation"));
    }

    @Test
    void the_page_of_users_leads_there() {
        signIn(people.administrator());
        open(UsersView.class);

        press("users.import");

        assertThat(one(ImportView.class).getPageTitle())
                .isEqualTo(text("app.page-title", text("import.title"), "Example Inc"));
        assertThat(hasButton("import.undo")).isFalse();
    }

    @Test
    void a_file_shows_what_becomes_of_its_rows_and_is_imported_after_a_question() {
        var administrator = people.administrator();
        jdbc.update("INSERT INTO user_group (name) VALUES ('Staff')");
        signIn(administrator);
        open(ImportView.class);

        choose("email,name,groups\nnew@example.com,New One,Staff|Nowhere\n" + administrator.email() + ",,\nnobody,,");

        assertThat(shown()).contains(text("import.summary", 1, 0, 1, 1));
        assertThat(row("new@example.com").cell("import.result")).isEqualTo(text("import.fate.invited"));
        assertThat(row("new@example.com").cell("import.groups")).isEqualTo("Staff");
        assertThat(row("new@example.com").cell("import.remarks"))
                .isEqualTo(text("import.remark.groups-unknown", "Nowhere"));
        assertThat(row("nobody").cell("import.line")).isEqualTo("4");
        assertThat(row("nobody").cell("import.remarks")).isEqualTo(text("import.remark.no-address"));
        enter(fates(), ImportFate.REFUSED);
        assertThat(rows()).hasSize(1);
        enter(fates(), null);

        press("import.start", 2);
        assertThat(question()).isEqualTo(text("import.start.text", 1, 1));
        confirm();

        await().until(() -> status().equals("WAITING"));
        assertThat(usersWith("new@example.com")).isOne();
        open(UsersView.class);
        open(ImportView.class);
        assertThat(hasButton("import.send-now")).isTrue();
        choose("email\nanother@example.com");
        assertThat(shown()).contains(text("import.refused.can-be-undone")).doesNotContain("another@example.com");
        assertThat(hasButton("import.undo")).isTrue();
        press("import.undo");
        confirm();
        await().until(() -> status().equals("UNDONE"));
        assertThat(usersWith("new@example.com")).isZero();
        assertThat(audited()).contains("USERS_IMPORTED 2", "USER_IMPORTED new@example.com Staff", "IMPORT_UNDONE");
    }

    @Test
    void importing_asks_for_a_factor_again() {
        var administrator = people.administrator();
        signInLongAgo(administrator);
        open(ImportView.class);

        choose("email\nnew@example.com");

        assertThat(isDialogOpen()).isTrue();
        assertThat(jdbc.queryForList("SELECT 1 FROM import_run")).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_with_the_reason_and_what_was_shown_stays() {
        signIn(people.administrator());
        open(ImportView.class);
        choose("email\nnew@example.com");

        choose("{\"realm\": \"acme\"}");

        assertThat(shown()).contains(text("import.no-keycloak"), text("import.summary", 1, 0, 0, 0));
    }

    @Test
    void a_large_file_comes_in_parts_and_a_part_that_does_not_follow_is_dropped() {
        signIn(people.administrator());
        open(ImportView.class);
        var picker = one(FilePicker.class);

        act(() -> send(picker, "email\nada@", 0, false));
        act(() -> send(picker, "x", 99, true));
        assertThat(shown().contains(text("import.start", 1))).isFalse();
        act(() -> send(picker, "email\nada@", 0, false));
        act(() -> send(picker, "example.com", 10, true));

        assertThat(row("ada@example.com").cell("import.result")).isEqualTo(text("import.fate.invited"));
    }

    private static void choose(String text) {
        var picker = one(FilePicker.class);
        act(() -> send(picker, text, 0, true));
    }

    private static void send(FilePicker picker, String text, int at, boolean last) {
        var base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        ReflectionTestUtils.invokeMethod(picker, "take", base64, at, last);
    }

    @SuppressWarnings("unchecked")
    private static Select<ImportFate> fates() {
        return (Select<ImportFate>) field(Select.class, "import.filter");
    }

    private String status() {
        return jdbc.queryForObject("SELECT status FROM import_run", String.class);
    }

    private int usersWith(String email) {
        return jdbc.queryForList("SELECT id FROM users WHERE email = ?", Long.class, email)
                .size();
    }
}
