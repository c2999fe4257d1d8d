package dev.latchkey.twofactor.transfer.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import dev.latchkey.component.Times;
import dev.latchkey.component.form.FilePicker;
import dev.latchkey.component.form.UploadedFile;
import dev.latchkey.component.form.Uploads;
import dev.latchkey.support.ChosenFile;
import dev.latchkey.support.ViewTest;
import dev.latchkey.twofactor.transfer.ImportFate;
import dev.latchkey.ui.users.UsersView;
import dev.latchkey.user.access.Permission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

class ImportViewTest extends ViewTest {

    @Autowired
    private Uploads uploads;

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

        assertThat(shown()).contains("1 new user will be invited. 1 user exists already. 1 row is not imported.");
        assertThat(row("new@example.com").cell("import.result")).isEqualTo(text("import.fate.invited"));
        assertThat(row("new@example.com").cell("import.groups")).isEqualTo("Staff");
        assertThat(row("new@example.com").cell("import.remarks"))
                .isEqualTo(text("import.remark.groups-unknown", "Nowhere"));
        assertThat(row("nobody").cell("import.line")).isEqualTo("4");
        assertThat(row("nobody").cell("import.remarks")).isEqualTo(text("import.remark.address-refused"));
        enter(fates(), ImportFate.REFUSED);
        assertThat(rows()).hasSize(1);
        enter(fates(), null);

        press("import.start", 2);
        assertThat(question())
                .isEqualTo(
                        "1 new user will be created. 1 existing user gets only what is new in the file: user groups, and"
                                + " an app if they have none."
                                + " Invitations are sent 10 minutes later. Until then you can undo the import.");
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
        open(UsersView.class);
        open(ImportView.class);
        assertThat(shown()).contains(text("import.undone")).doesNotContain("stay as imported", "stays as imported");
        assertThat(usersWith("new@example.com")).isZero();
        assertThat(audited()).contains("USERS_IMPORTED 2", "USER_IMPORTED new@example.com Staff", "IMPORT_UNDONE");
    }

    @Test
    void the_result_says_that_passwords_and_apps_come_along_and_until_when_it_can_be_undone() throws IOException {
        signIn(people.administrator());
        open(ImportView.class);

        choose(Files.readString(Path.of("src/test/resources/import/keycloak-realm.json")));
        assertThat(shown())
                .contains("3 new users keep the passwords of the other server. 3 authenticator apps come along:")
                .doesNotContain("exist already", "invited", "not imported");
        assertThat(row("ada@example.com").cell("import.result")).isEqualTo(text("import.fate.active-with-app"));
        press("import.start", 3);
        assertThat(question()).isEqualTo("3 new users will be created. You can undo the import for 10 minutes.");
        confirm();
        await().until(() -> status().equals("WAITING"));
        open(UsersView.class);
        open(ImportView.class);

        var until = jdbc.queryForObject("SELECT invitations_at FROM import_run", Timestamp.class);
        assertThat(shown())
                .contains("3 users imported. 3 users have brought the password of the other server, and 3 users the")
                .contains(text("import.undo-until", Times.exact(UI.getCurrent(), until.toInstant())))
                .doesNotContain("failed", "Invitations");
        assertThat(hasButton("import.send-now")).isFalse();

        jdbc.update("UPDATE users SET last_sign_in_at = created_at WHERE email = 'ada@example.com'");
        press("import.undo");
        assertThat(question()).isEqualTo(text("import.undo.new"));
        confirm();
        await().until(() -> status().equals("UNDONE"));
        open(UsersView.class);
        open(ImportView.class);
        assertThat(shown()).contains(text("import.undone") + " " + text("import.kept", 1));
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

        assertThat(shown()).contains(text("import.no-keycloak"), text("import.summary.invited", 1));
    }

    @Test
    void a_large_file_comes_in_parts_and_a_part_that_does_not_follow_is_dropped() {
        signIn(people.administrator());
        open(ImportView.class);
        var picker = one(FilePicker.class);

        var size = "email\nada@example.com".length();
        act(() -> send(picker, "email\nada@", 0, size));
        act(() -> send(picker, "x", 11, size));
        assertThat(shown()).contains(text("file.dropped"));
        act(() -> send(picker, "email\nada@", 0, size));
        act(() -> send(picker, "example.com", 10, size));

        assertThat(shown()).contains("users.csv").doesNotContain(text("file.dropped"));
        assertThat(row("ada@example.com").cell("import.result")).isEqualTo(text("import.fate.invited"));
    }

    @Test
    void when_too_much_is_being_uploaded_the_page_says_so_and_a_later_try_succeeds() {
        signIn(people.administrator());
        open(ImportView.class);
        var others = IntStream.range(0, 64)
                .mapToObj(i -> ReflectionTestUtils.<Optional<UploadedFile>>invokeMethod(
                        uploads, "begin", "large.csv", 1024 * 1024))
                .flatMap(Optional::stream)
                .toList();

        choose("email\nnew@example.com");
        assertThat(shown()).contains(text("file.no-room")).doesNotContain("users.csv");

        others.forEach(other -> ReflectionTestUtils.invokeMethod(other, "close"));
        choose("email\nnew@example.com");
        assertThat(shown()).contains("users.csv").doesNotContain(text("file.no-room"));
    }

    private static void choose(String text) {
        var picker = one(FilePicker.class);
        act(() -> ChosenFile.send(picker, "users.csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void send(FilePicker picker, String text, int at, int size) {
        var base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        ChosenFile.sendPart(picker, "users.csv", at, size, base64);
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
