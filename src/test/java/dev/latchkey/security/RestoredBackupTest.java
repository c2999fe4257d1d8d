package dev.latchkey.security;

import static dev.latchkey.support.Browser.leadsTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.RestoreMark;
import dev.latchkey.audit.AuditTriggers;
import dev.latchkey.audit.seal.AuditVerification;
import dev.latchkey.audit.seal.SealPump;
import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.DatabaseOwner;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.InvitationLinks;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.OperatorScript;
import dev.latchkey.support.PasswordLinks;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.StoredBrowsers;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.challenge.SignInSecrets;
import dev.latchkey.twofactor.restore.AfterRestore;
import dev.latchkey.twofactor.signup.SignUp;
import dev.latchkey.user.EmailAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** A backup by the operator's scripts, restored under the server that still has every session. */
@SecurityTest
class RestoredBackupTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private InvitationLinks invitations;

    @Autowired
    private PasswordLinks passwordLinks;

    @Autowired
    private SignUp signUp;

    @Autowired
    private SignInSecrets signInSecrets;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private AfterRestore afterRestore;

    @Autowired
    private RestoreMark mark;

    @Autowired
    private AuditTriggers triggers;

    @Autowired
    private SealPump seals;

    @Autowired
    private AuditVerification verification;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private StoredBrowsers browsers;

    @Autowired
    private TheAccount account;

    @Autowired
    private AuditLines trail;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Environment environment;

    @TempDir
    private Path folder;

    private Person administrator;
    private Person member;
    private AuthenticatorApp app;
    private List<String> recoveryCodes;
    private Browser session;

    @BeforeEach
    void somebodyLoggedInWithBothFactors() {
        people.startOver();
        administrator = people.administrator();
        member = people.member();
        app = people.enrol(member);
        recoveryCodes = people.recoveryCodesOf(member);
        clock.toNextStep();
        session = Browser.atTheCodeStep(port, member);
        session.enterCode(app.code());
        clock.toNextStep();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void AC_R_18_no_code_session_link_or_known_browser_of_a_restored_backup_works() throws Exception {
        var invited = new EmailAddress("invited" + member.id() + "@example.com");
        var invitation = invitations.tokenFor(invited, administrator);
        var reset = passwordLinks.tokenFor(member);
        var epoch = people.epochOf(member);
        seals.sealAll();
        var taken = clock.instant();
        var backup = backUp();

        var used = app.code();
        Browser.atTheCodeStep(port, member).enterCode(used);
        assertThat(leadsTo(Browser.atTheCodeStep(port, member).enterRecoveryCode(recoveryCodes.getFirst())))
                .startsWith("/profile");
        people.endSessionsOf(member);
        restore(backup);
        assertThat(mark.backupTakenAt()).isPresent();
        assertThat(leadsTo(session.open("/profile")))
                .as("the backup brings even sessions back")
                .isEqualTo("(stays: 200)");
        var report = afterRestore.run().orElseThrow();

        assertThat(leadsTo(session.open("/profile"))).isEqualTo("/login?ended");
        assertThat(people.epochOf(member))
                .as("no session has it, of whatever was done after the backup")
                .isGreaterThanOrEqualTo(taken.getEpochSecond());
        assertThat(browsers.idsOf(member)).isEmpty();
        assertThat(signUp.invitedAddress(invitation)).isEmpty();
        assertThat(new Browser(port).show("reset-password/" + reset).body()).contains("no longer valid");
        assertThat(passwordLinks.stored()).isEmpty();
        for (var recoveryCode : recoveryCodes.subList(0, 2)) {
            assertThat(leadsTo(Browser.atTheCodeStep(port, member).enterRecoveryCode(recoveryCode)))
                    .isEqualTo("/login/recovery?error");
        }
        assertThat(leadsTo(Browser.atTheCodeStep(port, member).enterCode(used))).isEqualTo("/login/verify?error");
        assertThat(leadsTo(Browser.atTheCodeStep(port, member).enterCode(app.codeAhead(Duration.ofSeconds(30)))))
                .as("which a phone that is ahead may have given before the restore")
                .isEqualTo("/login/verify?error");
        clock.toNextStep();
        clock.toNextStep();
        assertThat(leadsTo(Browser.atTheCodeStep(port, member).enterCode(app.code())))
                .as("new recovery codes in place of the void ones")
                .isEqualTo("/recovery-codes");
        assertThat(report.invited()).isOne();
        assertThat(report.recoveryCodes()).isOne();
        assertThat(mark.backupTakenAt()).isEmpty();
    }

    @Test
    void AC_R_18_an_emailed_secret_that_waits_for_its_first_code_is_void_and_the_next_login_brings_another()
            throws Exception {
        var newcomer = people.member();
        account.enforce();
        signInSecrets.ensureAfterPassword(newcomer.id());
        outbox.run();
        assertThat(enrolments.hasSecret(newcomer)).isTrue();
        var version = enrolments.versionOf(newcomer);

        jdbc.update("UPDATE account SET restored_from = '2026-01-02 03:04:05'");
        assertThat(afterRestore.run().orElseThrow().pending()).isOne();

        assertThat(enrolments.hasSecret(newcomer)).isFalse();
        signInSecrets.ensureAfterPassword(newcomer.id());
        outbox.run();
        assertThat(enrolments.hasSecret(newcomer)).isTrue();
        assertThat(enrolments.versionOf(newcomer)).isGreaterThan(version);
    }

    @Test
    void AC_R_18_the_trail_is_whole_after_it_and_says_which_backup_was_restored() throws Exception {
        seals.sealAll();
        restore(backUp());
        var before = trail.latestId();

        var report = afterRestore.run().orElseThrow();

        assertThat(new Mailbox(administrator.email())
                        .await(1, "backup restored")
                        .text())
                .contains("Changes made after the backup are lost", "Only people who run the server");
        assertThat(triggers.missing()).isEmpty();
        seals.sealAll();
        assertThat(verification.verify("").isWhole()).isTrue();
        assertThat(trail.after(before))
                .containsExactly(new AuditLines.Line(
                        "BACKUP_RESTORED",
                        null,
                        "",
                        "",
                        report.backupTakenAt().orElseThrow().toString(),
                        ""));
    }

    @Test
    void AC_R_18_what_was_never_restored_can_be_run_through_it_twice() {
        assertThat(afterRestore.run()).as("it may be the database in use").isEmpty();
        assertThat(leadsTo(session.open("/profile"))).isEqualTo("(stays: 200)");
        afterRestore.runWithoutMark();
        var report = afterRestore.runWithoutMark();

        assertThat(report.backupTakenAt()).isEmpty();
        assertThat(report.apps()).as("whose last step is not raised again").isZero();
    }

    private Path backUp() throws Exception {
        var files = Files.createDirectory(folder.resolve("backups"));
        OperatorScript.run("backup", "--defaults-file=" + owner(), database(), files.toString())
                .succeeds();
        return OperatorScript.backupIn(files);
    }

    private void restore(Path backup) throws Exception {
        // Or the sender finds no table
        outbox.run();
        DatabaseOwner.of(environment).execute((ConnectionCallback<Void>) connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("SET FOREIGN_KEY_CHECKS = 0");
                for (var table : jdbc.queryForList("SHOW TABLES", String.class)) {
                    statement.execute("DROP TABLE " + table);
                }
            }
            return null;
        });
        OperatorScript.run("restore", "--defaults-file=" + owner(), database(), backup.toString())
                .succeeds();
    }

    private Path owner() throws Exception {
        return OperatorScript.defaultsFile(folder, url(), EmbeddedMariaDb.OWNER, EmbeddedMariaDb.OWNER);
    }

    private String database() {
        return OperatorScript.nameIn(url());
    }

    private String url() {
        return environment.getRequiredProperty("spring.datasource.url");
    }
}
