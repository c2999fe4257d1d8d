package dev.latchkey.twofactor.transfer.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.audit.seal.AuditVerification;
import dev.latchkey.audit.seal.SealPump;
import dev.latchkey.common.RefusedException;
import dev.latchkey.common.Sha256;
import dev.latchkey.common.client.Client;
import dev.latchkey.mail.Outbox;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.LogCanary;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.signup.SignUp;
import dev.latchkey.twofactor.signup.SignUpResult;
import dev.latchkey.twofactor.transfer.ImportFate;
import dev.latchkey.twofactor.transfer.ImportPreview;
import dev.latchkey.twofactor.transfer.ImportRow;
import dev.latchkey.twofactor.transfer.ImportStatus;
import dev.latchkey.twofactor.transfer.ImportSummary;
import dev.latchkey.twofactor.transfer.Imports;
import dev.latchkey.twofactor.transfer.RowStatus;
import dev.latchkey.twofactor.transfer.file.ImportFile;
import dev.latchkey.twofactor.transfer.file.ImportRemark;
import dev.latchkey.twofactor.transfer.file.ImportedPerson;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.password.reset.SingleMailboxRule;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

@LatchkeyTest
class ImportTest {

    private static final String DRY_RUN = "/access-management/users/import.csv";
    private static final String SAMPLE = "/access-management/users/import-sample.csv";
    private static final String KEY = "IVRFO53KOQ4WKRCNIVKVOZSFJVDDM2LP";

    @LocalServerPort
    private int port;

    @Autowired
    private ImportPreview preview;

    @Autowired
    private Imports imports;

    @Autowired
    private ImportJob job;

    @Autowired
    private ImportRetention retention;

    @Autowired
    private SealPump seals;

    @Autowired
    private AuditVerification verification;

    @Autowired
    private People people;

    @Autowired
    private UserService users;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private MovableClock clock;

    @Autowired
    private SignUp signUp;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private SingleMailboxRule mailbox;

    @Autowired
    private TransactionTemplate transaction;

    private Person administrator;

    @BeforeEach
    void onlyAnAdministrator() {
        people.startOver();
        administrator = people.administrator();
        jdbc.update("INSERT INTO user_group (name) VALUES ('Staff')");
    }

    @AfterEach
    void nobody() {
        people.startOver();
    }

    @ParameterizedTest
    @CsvSource({
        "ada@example.com, ada-password-1, IVRFO53KOQ4WKRCNIVKVOZSFJVDDM2LP, HmacSHA1, 6, 30",
        "bob@example.com, bob-password-1, O52FCUKKOBZHSVLXOFEXGYSHGRSTAN2P, HmacSHA1, 6, 30",
        "cyd@example.com, cyd-password-1, GU4WSZ3OK5GW6QJVNY3UQ52HM5TFMMLR, HmacSHA256, 8, 60"
    })
    void users_of_a_real_keycloak_log_in_with_their_old_passwords_and_codes(
            String email, String password, String key, String algorithm, int digits, int period) throws IOException {
        LogCanary.mustNotBeLogged(password);
        preview(Files.readString(Path.of("src/test/resources/import/keycloak-realm.json")));
        assertThat(rows()).extracting(ImportRow::fate).containsOnly(ImportFate.ACTIVE);
        start();
        clock.advance(Duration.ofMinutes(3));
        var user = user(email);
        assertThat(user.passwordHash()).startsWith("{imported}");

        var browser = new Browser(port);
        assertThat(Browser.leadsTo(browser.logIn(email, password))).isEqualTo("/login/verify");
        assertThat(browser.open("/login/verify").body())
                .as("the name at the other server is the user's own to know")
                .contains("look for acme,")
                .doesNotContain("acme (");
        var app = new AuthenticatorApp(key, clock, algorithm, digits, period);
        assertThat(Browser.leadsTo(browser.enterCode(app.wrongCode()))).isEqualTo("/login/verify?error");
        assertThat(Browser.leadsTo(browser.enterCode(app.code()))).doesNotContain("login");

        assertThat(user(email).passwordHash()).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(users.permissionsOf(user.id())).isEmpty();
        assertThat(groupsOf(user(email))).isEqualTo(email.startsWith("ada") ? List.of("Staff") : List.of());
    }

    @Test
    void the_dry_run_creates_nobody_and_says_what_becomes_of_each_row() {
        var member = people.member();
        preview("email,name,groups\nnew@example.com,New One,staff\n" + member.email()
                + ",X,Staff|Nowhere\nnobody,Y,\n");

        assertThat(rows())
                .extracting(ImportRow::line, ImportRow::email, ImportRow::groups, ImportRow::fate, ImportRow::remarks)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "new@example.com", "Staff", ImportFate.INVITED, ""),
                        org.assertj.core.groups.Tuple.tuple(
                                3, member.email(), "Staff", ImportFate.EXISTS, "GROUP_UNKNOWN"),
                        org.assertj.core.groups.Tuple.tuple(4, "nobody", "", ImportFate.REFUSED, "ADDRESS_REFUSED"));
        assertThat(users.findByEmail(new EmailAddress("new@example.com"))).isEmpty();
        assertThat(summary().status()).isEqualTo(ImportStatus.PREVIEW);
        job.goOn();
        assertThat(users.findByEmail(new EmailAddress("new@example.com"))).isEmpty();
    }

    @Test
    void what_waits_is_encrypted_and_is_gone_once_imported_or_expired() throws IOException {
        preview(Files.readString(Path.of("src/test/resources/import/keycloak-realm.json")));
        assertThat(jdbc.queryForList("SELECT payload FROM import_row", byte[].class))
                .hasSize(3)
                .allSatisfy(payload -> assertThat(new String(payload, StandardCharsets.ISO_8859_1))
                        .doesNotContain(KEY, "pbkdf2", "argon2", "salt"));

        clock.advance(ImportPreview.LIFE);
        assertThat(people.as(administrator, () -> imports.latest(administrator.id())))
                .isEmpty();
        retention.deleteExpired();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM import_row", Integer.class))
                .isZero();

        preview("email\nnew@example.com");
        start();
        assertThat(jdbc.queryForList("SELECT payload FROM import_row WHERE payload IS NOT NULL"))
                .isEmpty();
    }

    @Test
    void each_entry_says_from_where_the_import_was_confirmed_or_undone() {
        var member = people.member();
        preview("email,name,groups\nnew@example.com,New One,Staff\n" + member.email() + ",,Staff");
        Client.of("192.0.2.7", "Firefox", "Linux")
                .run(() -> people.does(
                        administrator,
                        () -> imports.start(administrator.id(), summary().id())));
        job.goOn();
        Client.of("192.0.2.8", "Chrome", "Windows")
                .run(() -> people.does(
                        administrator,
                        () -> imports.undo(administrator.id(), summary().id())));
        job.goOn();

        assertThat(jdbc.queryForList(
                        "SELECT CONCAT(action, ' ', address, ' ', browser) FROM audit_entry WHERE actor_id = ? ORDER BY id",
                        String.class,
                        administrator.id()))
                .containsExactly(
                        "USERS_IMPORTED 192.0.2.7 Firefox, Linux",
                        "USER_IMPORTED 192.0.2.7 Firefox, Linux",
                        "USER_CHANGED 192.0.2.7 Firefox, Linux",
                        "IMPORT_UNDONE 192.0.2.8 Chrome, Windows",
                        "USER_REMOVED 192.0.2.8 Chrome, Windows",
                        "USER_CHANGED 192.0.2.8 Chrome, Windows");
        seals.sealAll();
        assertThat(verification.verify("").findings()).isEmpty();
    }

    @Test
    void invitations_wait_ten_minutes_and_then_leave() {
        preview("email,name,groups\nnew@example.com,New One,Staff");
        start();

        assertThat(user("new@example.com").status()).isEqualTo(UserStatus.INVITED);
        assertThat(invitations()).isZero();
        assertThat(summary().status()).isEqualTo(ImportStatus.WAITING);
        clock.advance(ImportJob.REFLECTION.plusSeconds(1));
        job.goOn();
        assertThat(invitations()).isOne();
        assertThat(summary().status()).isEqualTo(ImportStatus.DONE);
        assertRefused(
                "import.refused.too-late",
                () -> imports.undo(administrator.id(), summary().id()));
    }

    @Test
    void invitations_leave_at_once_on_request() {
        preview("email\nnew@example.com");
        start();
        people.does(
                administrator,
                () -> imports.sendNow(administrator.id(), summary().id()));
        job.goOn();

        assertThat(invitations()).isOne();
    }

    @Test
    void another_file_waits_until_the_earlier_import_is_over_and_cannot_be_undone() {
        preview("email\nnew@example.com");
        start();
        var run = summary().id();
        assertRefused("import.refused.can-be-undone", this::prepareAnother);
        assertThat(summary().id()).isEqualTo(run);
        var colleague = people.administrator();
        preview(colleague, "email\ntheirs@example.com");
        for (var busy : List.of("RUNNING", "INVITING", "UNDOING")) {
            jdbc.update("UPDATE import_run SET status = ? WHERE id = ?", busy, run);
            assertRefused("import.refused.running", this::prepareAnother);
        }
        jdbc.update("UPDATE import_run SET status = 'WAITING' WHERE id = ?", run);

        people.does(administrator, () -> imports.undo(administrator.id(), run));
        job.goOn();
        preview("email\nanother@example.com");

        assertThat(rows()).extracting(ImportRow::email).containsExactly("another@example.com");
    }

    @Test
    void the_dry_run_is_a_file_for_whoever_uploaded_it() {
        var browser = new Browser(port);
        browser.logIn(administrator.email(), People.PASSWORD);
        assertThat(dryRun(browser).statusCode()).isEqualTo(404);
        preview("email,groups\nnew@example.com,Staff|Nowhere|=Nobody\n-nobody,");

        assertThat(dryRun(browser).body().lines())
                .containsExactly(
                        "\uFEFF\"Line\",\"Email\",\"Result\",\"Remarks\"",
                        "\"2\",\"new@example.com\",\"New, will be invited\","
                                + "\"User groups that don't exist here: Nowhere, '=Nobody\"",
                        "\"3\",\"'-nobody\",\"Not imported\",\"Not a valid email address\"");

        assertThat(browser.post(DRY_RUN, Map.of()).statusCode()).isEqualTo(403);
        var colleague = new Browser(port);
        colleague.logIn(people.administrator().email(), People.PASSWORD);
        assertThat(dryRun(colleague).statusCode()).isEqualTo(404);
    }

    @Test
    void the_sample_is_a_table_that_the_import_reads() {
        var browser = new Browser(port);
        browser.logIn(administrator.email(), People.PASSWORD);

        var sample = browser.post(SAMPLE, Map.of("_csrf", browser.csrfTokenOn("profile")));

        assertThat(ImportFile.read(sample.body().getBytes(UTF_8)).people())
                .allSatisfy(person -> assertThat(person.remarks()).isEmpty())
                .extracting(
                        person -> person.email().orElseThrow().value(), ImportedPerson::name, ImportedPerson::groups)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "ada@example.com", "Ada Lovelace", List.of("Staff", "Helpdesk")),
                        org.assertj.core.groups.Tuple.tuple("grace@example.com", "Grace Hopper", List.of()));
        assertThat(browser.post(SAMPLE, Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void undoing_takes_back_what_the_import_did_and_nothing_else() {
        var member = people.member();
        var before = people.member();
        jdbc.update("INSERT INTO user_group_member SELECT id, ? FROM user_group WHERE name = 'Staff'", before.id());
        preview("email,name,groups\nnew@example.com,N,Staff\n" + member.email() + ",,Staff\n" + before.email()
                + ",,Staff");
        start();
        assertThat(groupsOf(user(member.email()))).containsExactly("Staff");

        people.does(
                administrator, () -> imports.undo(administrator.id(), summary().id()));
        job.goOn();

        assertThat(users.findByEmail(new EmailAddress("new@example.com"))).isEmpty();
        assertThat(groupsOf(user(member.email()))).isEmpty();
        assertThat(groupsOf(user(before.email()))).containsExactly("Staff");
        assertThat(summary().status()).isEqualTo(ImportStatus.UNDONE);
        clock.advance(ImportJob.REFLECTION.plusSeconds(1));
        job.goOn();
        assertThat(invitations()).isZero();
    }

    @Test
    void whoever_has_logged_in_since_stays_when_it_is_undone() throws IOException {
        preview(Files.readString(Path.of("src/test/resources/import/keycloak-realm.json")));
        start();
        jdbc.update("UPDATE users SET last_sign_in_at = created_at WHERE email = 'ada@example.com'");

        people.does(
                administrator, () -> imports.undo(administrator.id(), summary().id()));
        job.goOn();

        assertThat(user("ada@example.com").isActive()).isTrue();
        assertThat(users.findByEmail(new EmailAddress("bob@example.com"))).isEmpty();
    }

    @Test
    void a_secret_goes_to_an_existing_user_without_one_and_is_taken_back() {
        var member = people.member();
        var enrolled = people.member();
        people.enrol(enrolled);
        var versionBefore = enrolments.versionOf(enrolled);
        var epoch = user(member.email()).sessionEpoch();
        preview("otpauth://totp/X:" + member.email() + "?secret=" + KEY + "\notpauth://totp/X:" + enrolled.email()
                + "?secret=" + KEY + "\notpauth://totp/nobody@example.com?secret=" + KEY);
        assertThat(rows())
                .extracting(ImportRow::fate)
                .containsExactly(ImportFate.EXISTS, ImportFate.REFUSED, ImportFate.REFUSED);
        start();

        assertThat(enrolments.hasSecret(member)).isTrue();
        assertThat(user(member.email()).sessionEpoch()).isGreaterThan(epoch);
        assertThat(enrolments.versionOf(enrolled)).isEqualTo(versionBefore);

        people.does(
                administrator, () -> imports.undo(administrator.id(), summary().id()));
        job.goOn();
        assertThat(enrolments.hasSecret(member)).isFalse();
        assertThat(enrolments.rowOf(member)).containsEntry("personal_switch", false);
    }

    @Test
    void nobody_imports_beyond_their_reach() throws IOException {
        var helpdesk = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);
        var another = people.administrator();
        preview(
                helpdesk,
                "email,name,groups\n" + another.email() + ",X,Staff\nnew@example.com,N,Account Administrator\n");
        assertThat(rows(helpdesk))
                .extracting(ImportRow::fate, ImportRow::remarks)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ImportFate.REFUSED, "BEYOND_REACH"),
                        org.assertj.core.groups.Tuple.tuple(ImportFate.INVITED, "GROUP_BEYOND_REACH"));

        preview(helpdesk, Files.readString(Path.of("src/test/resources/import/keycloak-realm.json")));
        assertThat(rows(helpdesk)).extracting(ImportRow::fate).containsOnly(ImportFate.INVITED);
        assertThat(rows(helpdesk)).extracting(ImportRow::remarks).containsOnly("NEEDS_MANAGE_ACCOUNT");
    }

    @Test
    void an_address_that_its_former_user_can_take_back_is_refused_in_the_dry_run_and_at_the_row() {
        preview("email\nlate@example.com\nother@example.com");
        changeAddress(administrator, "late@example.com", administrator.email());
        start();
        assertThat(users.findByEmail(new EmailAddress("late@example.com"))).isEmpty();
        assertThat(rows().getFirst().remarks()).isEqualTo("ADDRESS_KEPT");
        assertThat(user("other@example.com").status()).isEqualTo(UserStatus.INVITED);

        jdbc.update("UPDATE import_run SET status = 'DONE'");
        preview("email\nlate@example.com");
        assertThat(rows()).extracting(ImportRow::fate).containsExactly(ImportFate.REFUSED);
        assertThat(rows().getFirst().remarks()).isEqualTo("ADDRESS_KEPT");
    }

    @Test
    void a_secret_holds_the_mailbox_and_never_comes_from_whoever_gave_the_user_their_address() {
        var held = people.member();
        var member = people.member();
        changeAddress(held, "before@example.com", held.email());
        jdbc.update(
                "UPDATE users SET mailed_secret_held_until = ? WHERE id = ?",
                java.sql.Timestamp.from(clock.instant().plus(Duration.ofHours(1))),
                held.id());
        preview(keyUri(held) + keyUri(member));
        start();

        assertThat(enrolments.hasSecret(held)).isFalse();
        assertThat(rows().getFirst().remarks()).isEqualTo("ADDRESS_FROM_YOU");
        assertThat(enrolments.hasSecret(member)).isTrue();
        assertThat(mailbox.holdsPassword(member.id())).isTrue();
    }

    @Test
    void who_brings_an_app_that_cannot_be_imported_keeps_the_password_and_sets_up_a_new_app() throws IOException {
        LogCanary.mustNotBeLogged("ada-password-1");
        var export = Files.readString(Path.of("src/test/resources/import/keycloak-realm.json"));
        preview(export.replace("\\\"subType\\\":\\\"totp\\\"", "\\\"subType\\\":\\\"hotp\\\""));
        assertThat(rows()).extracting(ImportRow::remarks).containsOnly("HOTP");
        assertThat(rows()).extracting(ImportRow::fate).containsOnly(ImportFate.ACTIVE);
        start();

        var ada = user("ada@example.com");
        assertThat(ada.name()).isEqualTo("Ada Lovelace");
        assertThat(groupsOf(ada)).containsExactly("Staff");
        assertThat(enrolments.hasSecret(new Person(ada.id(), ada.email()))).isFalse();
        var browser = new Browser(port);
        assertThat(Browser.leadsTo(browser.logIn("ada@example.com", "ada-password-1")))
                .isEqualTo("/login/verify");
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM outbox_message WHERE kind = 'SECRET_AT_SIGN_IN' AND recipient_id = ?",
                        Integer.class,
                        ada.id()))
                .isOne();
    }

    @Test
    void whoever_needed_a_code_there_and_is_invited_proves_an_app_at_the_sign_up() throws IOException {
        var export = Files.readString(Path.of("src/test/resources/import/keycloak-realm.json"));
        preview(export.replace("\"requiredActions\" : [ ]", "\"requiredActions\" : [ \"UPDATE_PASSWORD\" ]"));
        assertThat(rows()).extracting(ImportRow::fate).containsOnly(ImportFate.INVITED);
        assertThat(rows().getFirst().remarkList()).contains(ImportRemark.SECRET_WITHOUT_PASSWORD);
        start();

        people.does(
                administrator,
                () -> imports.sendNow(administrator.id(), summary().id()));
        job.goOn();
        outbox.run();
        var token = Mailbox.tokenOf(new Mailbox("ada@example.com").await(1, "invited to join"), "signup");
        assertThat(signUp.join(token, "Ada Lovelace", People.PASSWORD)).isInstanceOf(SignUpResult.CodeNeeded.class);
    }

    @Test
    void an_existing_user_whose_app_is_refused_still_joins_the_groups_of_the_row() throws IOException {
        var deputy = deputy();
        people.setEmail(administrator, "ada@example.com");
        preview(deputy, Files.readString(Path.of("src/test/resources/import/keycloak-realm.json")));
        start(deputy);

        assertThat(enrolments.hasSecret(administrator)).isFalse();
        assertThat(groupsOf(user("ada@example.com"))).contains("Staff");
        assertThat(rows(deputy).getFirst())
                .matches(row -> row.status() == RowStatus.DONE)
                .matches(row -> row.remarkList().contains(ImportRemark.LAST_ADMINISTRATOR));
    }

    @Test
    void nobody_imports_their_own_app_or_that_of_the_last_administrator() {
        preview(keyUri(administrator));
        assertThat(rows()).extracting(ImportRow::remarks).containsExactly("NO_SECRET,SECRET_KEPT");

        var deputy = deputy();
        preview(deputy, keyUri(administrator));
        start(deputy);
        assertThat(enrolments.hasSecret(administrator)).isFalse();
        assertThat(rows(deputy)).extracting(ImportRow::remarks).containsExactly("LAST_ADMINISTRATOR");
    }

    @Test
    void undoing_keeps_what_is_beyond_the_reach_or_the_permission_of_whoever_imported_it() {
        var helpdesk = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);
        var member = people.member();
        preview(helpdesk, "email,name,groups\n" + member.email() + ",,Staff\n");
        start(helpdesk);
        people.makeAdministrator(member);
        undo(helpdesk);
        assertThat(groupsOf(user(member.email()))).contains("Staff");

        preview(helpdesk, "email\nnew@example.com");
        start(helpdesk);
        people.takeFromAllGroups(helpdesk);
        jdbc.update("UPDATE import_run SET status = 'UNDOING' WHERE status = 'WAITING'");
        job.goOn();
        assertThat(user("new@example.com").status()).isEqualTo(UserStatus.INVITED);
        assertThat(jdbc.queryForList("SELECT DISTINCT status FROM import_row", String.class))
                .containsExactly("KEPT");
    }

    @Test
    void undoing_takes_nobody_out_of_a_group_that_needs_codes_by_now_unless_who_imported_may_decide_that() {
        var helpdesk = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);
        var member = people.member();
        preview(helpdesk, "email,name,groups\n" + member.email() + ",,Staff\n");
        start(helpdesk);
        jdbc.update("INSERT INTO enforced_group (user_group, enforced_since, enforcement_begun)"
                + " SELECT id, '2026-01-01', TRUE FROM user_group WHERE name = 'Staff'");
        undo(helpdesk);

        assertThat(groupsOf(user(member.email()))).contains("Staff");
        assertThat(rows(helpdesk)).extracting(ImportRow::status).containsExactly(RowStatus.KEPT);
    }

    @Test
    void undoing_never_takes_the_last_administrator() {
        var deputy = deputy();
        var member = people.member();
        preview(deputy, "email,name,groups\n" + member.email() + ",,Account Administrator\n");
        start(deputy);
        people.disable(administrator);
        undo(deputy);

        assertThat(groupsOf(user(member.email()))).contains("Account Administrator");
        assertThat(rows(deputy)).extracting(ImportRow::status).containsExactly(RowStatus.KEPT);
    }

    @Test
    void undoing_takes_recovery_codes_with_the_secret_and_what_was_not_imported_yet() {
        var member = people.member();
        preview(keyUri(member));
        start();
        people.recoveryCodesOf(member);
        undo(administrator);
        assertThat(jdbc.queryForList("SELECT 1 FROM recovery_code_set WHERE user_id = ?", member.id()))
                .isEmpty();

        preview("email\nnew@example.com");
        transaction.executeWithoutResult(begun -> {
            people.does(
                    administrator,
                    () -> imports.start(administrator.id(), summary().id()));
            people.does(
                    administrator,
                    () -> imports.undo(administrator.id(), summary().id()));
        });
        assertThat(jdbc.queryForList("SELECT 1 FROM import_row WHERE payload IS NOT NULL"))
                .isEmpty();
    }

    @Test
    void an_import_ends_with_the_sessions_of_whoever_started_it() {
        preview("email\nnew@example.com");
        transaction.executeWithoutResult(begun -> {
            people.does(
                    administrator,
                    () -> imports.start(administrator.id(), summary().id()));
            users.endSessions(administrator.id());
        });
        job.goOn();
        assertThat(users.findByEmail(new EmailAddress("new@example.com"))).isEmpty();
        assertThat(rows()).extracting(ImportRow::remarks).containsExactly("SESSIONS_ENDED");
        assertThat(jdbc.queryForList("SELECT 1 FROM import_row WHERE payload IS NOT NULL"))
                .isEmpty();

        jdbc.update("UPDATE import_run SET status = 'DONE'");
        preview("email\nnew@example.com");
        start();
        transaction.executeWithoutResult(begun -> users.endSessions(administrator.id()));
        clock.advance(ImportJob.REFLECTION.plusSeconds(1));
        job.goOn();
        assertThat(invitations()).isZero();
        assertThat(summary().status()).isEqualTo(ImportStatus.DONE);
    }

    private static String keyUri(Person person) {
        return "otpauth://totp/X:" + person.email() + "?secret=" + KEY + "\n";
    }

    /** Has every permission, and is no Account Administrator. */
    private Person deputy() {
        var deputy = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);
        jdbc.update("""
                INSERT IGNORE INTO user_group_permission (user_group, permission)
                SELECT ?, permission FROM user_group_permission WHERE user_group = ?
                """, people.groupOf(deputy), people.administratorGroup());
        return deputy;
    }

    private void changeAddress(Person person, String before, String after) {
        var now = java.sql.Timestamp.from(clock.instant());
        jdbc.update("""
                INSERT INTO address_change (user_id, actor_id, old_email, new_email, requested_at, changed_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """, person.id(), administrator.id(), before, after, now, now);
    }

    private void undo(Person actor) {
        people.does(actor, () -> imports.undo(actor.id(), summary(actor).id()));
        job.goOn();
    }

    @Test
    void invitations_by_import_count_towards_the_limit_for_an_address() {
        jdbc.update(
                "INSERT INTO invitation_withdrawn (email_hash, sent, removed_at) VALUES (?, ?, ?)",
                Sha256.of("new@example.com"),
                Outbox.MESSAGES_AN_HOUR,
                java.sql.Timestamp.from(clock.instant()));
        preview("email\nnew@example.com");
        start();

        assertThat(users.findByEmail(new EmailAddress("new@example.com"))).isEmpty();
        assertThat(rows()).extracting(ImportRow::remarks).containsExactly("TOO_MANY_INVITATIONS");
    }

    @Test
    void a_second_file_is_refused_while_a_node_is_reading_one_and_accepted_after_it() {
        var turn = (Semaphore) ReflectionTestUtils.getField(AopTestUtils.<Object>getTargetObject(preview), "turn");
        turn.acquireUninterruptibly();
        assertRefused(
                "import.busy", () -> preview.prepare(administrator.id(), "email\nnew@example.com".getBytes(UTF_8)));
        turn.release();

        assertRefused("import.no-keycloak", () -> preview.prepare(administrator.id(), "{}".getBytes(UTF_8)));
        preview("email\nnew@example.com");
        assertThat(summary().invited()).isOne();
    }

    @Test
    void an_import_is_another_administrators_only() {
        var another = people.administrator();
        preview("email\nnew@example.com");
        var run = summary().id();

        assertThat(people.as(another, () -> imports.rows(another.id(), run, null, 0, 10)))
                .isEmpty();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> people.does(another, () -> imports.start(another.id(), run)));
    }

    @Test
    void whoever_loses_the_permission_meanwhile_imports_nobody_any_more() {
        var helpdesk = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);
        preview(helpdesk, "email\nnew@example.com");
        var run = summary(helpdesk).id();
        people.does(helpdesk, () -> imports.start(helpdesk.id(), run));
        // The background work may have been faster
        jdbc.update("DELETE FROM users WHERE email = 'new@example.com'");
        jdbc.update("UPDATE import_run SET status = 'DONE'");
        preview(helpdesk, "email\nlate@example.com");
        people.takeFromAllGroups(helpdesk);
        jdbc.update(
                "UPDATE import_run SET status = 'RUNNING', expires_at = ? WHERE status = 'PREVIEW'",
                java.sql.Timestamp.from(clock.instant().plus(Imports.LIFE)));

        job.goOn();

        assertThat(users.findByEmail(new EmailAddress("late@example.com"))).isEmpty();
        assertThat(jdbc.queryForList("SELECT remarks FROM import_row WHERE email = 'late@example.com'", String.class))
                .containsExactly("NOT_PERMITTED");
    }

    @Test
    void ten_thousand_rows_are_read_and_planned_with_few_statements() {
        preview(IntStream.range(0, 10_000)
                .mapToObj(i -> "user" + i + "@example.com,User " + i + ",Staff")
                .collect(Collectors.joining("\n", "email,name,groups\n", "")));

        assertThat(summary().invited()).isEqualTo(10_000);
        assertThat(people.as(
                        administrator,
                        () -> imports.rows(administrator.id(), summary().id(), null, 9_990, 50)))
                .hasSize(10);
    }

    private static HttpResponse<String> dryRun(Browser browser) {
        return browser.post(DRY_RUN, Map.of("_csrf", browser.csrfTokenOn("profile")));
    }

    private void prepareAnother() {
        preview.prepare(administrator.id(), "email\nanother@example.com".getBytes(StandardCharsets.UTF_8));
    }

    private void preview(String text) {
        preview(administrator, text);
    }

    private void preview(Person actor, String text) {
        people.does(actor, () -> preview.prepare(actor.id(), text.getBytes(StandardCharsets.UTF_8)));
    }

    private void start() {
        start(administrator);
    }

    private void start(Person actor) {
        people.does(actor, () -> imports.start(actor.id(), summary(actor).id()));
        while (summary(actor).status() == ImportStatus.RUNNING) {
            job.goOn();
        }
    }

    private ImportSummary summary() {
        return summary(administrator);
    }

    private ImportSummary summary(Person actor) {
        return people.as(actor, () -> imports.latest(actor.id())).orElseThrow();
    }

    private List<ImportRow> rows() {
        return rows(administrator);
    }

    private List<ImportRow> rows(Person actor) {
        var run = summary(actor).id();
        return people.as(actor, () -> imports.rows(actor.id(), run, null, 0, 100));
    }

    private User user(String email) {
        return users.findByEmail(new EmailAddress(email)).orElseThrow();
    }

    private List<String> groupsOf(User user) {
        return jdbc.queryForList(
                "SELECT g.name FROM user_group g JOIN user_group_member m ON m.user_group = g.id WHERE m.user_id = ?",
                String.class,
                user.id());
    }

    private int invitations() {
        return jdbc.queryForObject("SELECT COUNT(*) FROM outbox_message WHERE kind = 'INVITATION'", Integer.class);
    }

    private void assertRefused(String message, Runnable action) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> people.does(administrator, action))
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo(message));
    }
}
