package dev.latchkey.operation.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditTriggers;
import dev.latchkey.audit.prune.AuditArchive;
import dev.latchkey.audit.prune.AuditPruning;
import dev.latchkey.audit.prune.PruningException;
import dev.latchkey.audit.seal.AuditVerification;
import dev.latchkey.audit.seal.SealPump;
import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.support.RealServers;
import dev.latchkey.twofactor.keyset.KeysetFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Old entries leave the trail for an archive, and neither can be changed without a trace. */
class AuditPruneTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    private static Path keys;

    private static ConfigurableApplicationContext application;
    private static JdbcTemplate owner;
    private static JdbcTemplate user;

    @TempDir
    private Path folder;

    private Path archive;
    private String newest;

    @BeforeAll
    static void startAsTheOwner() throws IOException {
        var database = RealServers.database("latchkey_pruning");
        KeysetFile.create(keys.resolve("keyset.json"));
        application = OfflineApplication.startAsOwner(
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + EmbeddedMariaDb.USER,
                "--spring.datasource.password=" + EmbeddedMariaDb.USER,
                "--spring.liquibase.user=" + EmbeddedMariaDb.OWNER,
                "--spring.liquibase.password=" + EmbeddedMariaDb.OWNER,
                "--spring.mail.host=127.0.0.1",
                "--latchkey.public-url=https://latchkey.example",
                "--latchkey.mail.from=latchkey@example.com",
                "--latchkey.keyset-file=" + keys.resolve("keyset.json"));
        owner = new JdbcTemplate(new DriverManagerDataSource(database, EmbeddedMariaDb.OWNER, EmbeddedMariaDb.OWNER));
        user = new JdbcTemplate(new DriverManagerDataSource(database, EmbeddedMariaDb.USER, EmbeddedMariaDb.USER));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void sealSome() {
        archive = folder.resolve("archive.jsonl.gz");
        seal("old", 3);
        seal("older than the newest", 2);
        newest = "newest " + NUMBER.incrementAndGet();
        seal(newest, 1);
        assertThat(findings()).isEmpty();
    }

    @Test
    void what_is_left_of_the_trail_is_intact_and_so_is_the_archive() throws IOException {
        var headBefore = verification().verify("").head();

        var pruned = pruning().prune(future(), archive);

        assertThat(pruned).isGreaterThanOrEqualTo(5);
        assertThat(findings()).isEmpty();
        assertThat(verification().verify("").prunedUpTo()).isPositive();
        assertThat(verification().verify(headBefore).findings()).isEmpty();
        assertThat(user.queryForList("SELECT detail FROM audit_entry", String.class))
                .contains(newest)
                .doesNotContain("old")
                .anyMatch(detail -> detail.startsWith(pruned + " entries, up to the id "));
        var report = archives().verify(archive);
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(pruned);
        assertThat(text(archive))
                .contains("\"old\"", "\"older than the newest\"")
                .doesNotContain(newest);

        seal("and on", 1);
        assertThat(findings()).isEmpty();
        var next = folder.resolve("next.jsonl.gz");
        pruning().prune(future(), next);
        assertThat(archives().verify(next).findings()).isEmpty();
        assertThat(archives().verify(next).firstSeal()).as("it joins").isEqualTo(report.lastSeal() + 1);
        assertThat(findings()).isEmpty();
    }

    @Test
    void the_applications_database_user_removes_nothing_and_the_owner_only_what_is_in_an_archive() {
        pruning().prune(future(), archive);
        owner.update("INSERT INTO audit_entry (id, occurred_at, action) VALUES (1, NOW(), 'SIGNED_OUT')");

        for (var table : List.of("audit_entry", "audit_seal")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> user.update("DELETE FROM " + table))
                    .withMessageContaining("never removed");
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> owner.update("DELETE FROM " + table + " ORDER BY id DESC LIMIT 1"))
                    .withMessageContaining("never removed");
        }
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> user.update("DELETE FROM audit_entry WHERE id = 1"))
                .withMessageContaining("never removed");
        assertThat(application.getBean(AuditTriggers.class).missing()).isEmpty();
        assertThat(findings()).singleElement().asString().contains("1 entries up to the id ");
        owner.update("DELETE FROM audit_entry WHERE id = 1");
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_run_that_was_killed_is_finished_by_the_next() {
        pruning().prune(future(), archive);
        // As if nothing had been removed yet
        owner.update("INSERT INTO audit_entry (id, occurred_at, action) VALUES (2, NOW(), 'SIGNED_OUT')");
        owner.update("INSERT INTO audit_seal SELECT 1, 1, 1, 1, entries_hash, sealed_at, key_id, code FROM audit_seal"
                + " ORDER BY id LIMIT 1");
        assertThat(findings()).singleElement().asString().contains("Run --audit-prune again");

        pruning().prune(Instant.EPOCH, folder.resolve("none.jsonl.gz"));

        assertThat(findings()).isEmpty();
        assertThat(owner.queryForObject("SELECT COUNT(*) FROM audit_seal WHERE id = 1", Long.class))
                .isZero();
        assertThat(folder.resolve("none.jsonl.gz")).doesNotExist();
    }

    @Test
    void a_forged_record_of_what_was_pruned_is_found_and_removes_nothing() {
        user.update(
                "INSERT INTO audit_pruned SELECT 1000000, 1000000, MAX(id), REPEAT('x', 32), NOW(), 1, REPEAT('x', 32)"
                        + " FROM audit_entry");
        try {
            var entries = owner.queryForObject("SELECT COUNT(*) FROM audit_entry", Long.class);

            assertThat(findings()).singleElement().asString().contains("1 records of what was pruned");
            assertThatExceptionOfType(PruningException.class)
                    .isThrownBy(() -> pruning().prune(future(), archive))
                    .withMessageContaining("isn't intact");
            assertThat(owner.queryForObject("SELECT COUNT(*) FROM audit_entry", Long.class))
                    .isEqualTo(entries);
            assertThat(archive).doesNotExist();
        } finally {
            owner.update("DELETE FROM audit_pruned WHERE id = 1000000");
        }
    }

    @Test
    void tampering_is_found_before_and_after_and_in_the_archive() throws IOException {
        pruning().prune(future(), archive);
        seal("after", 1);
        var mark = owner.queryForMap("SELECT * FROM audit_pruned ORDER BY id DESC LIMIT 1");
        owner.update("DELETE FROM audit_pruned WHERE id = ?", mark.get("id"));
        try {
            assertThat(findings()).anyMatch(finding -> finding.startsWith("Seals missing before seal "));
        } finally {
            owner.update(
                    "INSERT INTO audit_pruned VALUES (?, ?, ?, ?, ?, ?, ?)",
                    mark.values().toArray());
        }
        assertThat(findings()).isEmpty();

        var changed = folder.resolve("changed.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(changed))) {
            out.write(text(archive).replace("\"old\"", "\"bad\"").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(archives().verify(changed).findings()).isNotEmpty();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> archives().verify(Files.writeString(folder.resolve("rubbish"), "rubbish")));
    }

    @Test
    void a_stranger_to_the_tables_is_refused_and_nothing_is_marked() {
        var before = owner.queryForObject("SELECT COUNT(*) FROM audit_pruned", Long.class);
        owner.execute("CREATE OR REPLACE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry FOR EACH ROW"
                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no'");
        try {
            assertThatExceptionOfType(PruningException.class)
                    .isThrownBy(() -> pruning().prune(future(), archive))
                    .withMessageContaining("SPRING_LIQUIBASE_USER");
        } finally {
            owner.execute("CREATE OR REPLACE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry FOR EACH ROW "
                    + owner.queryForObject(
                                    "SELECT REPLACE(action_statement, 'A seal', 'An entry') FROM information_schema.triggers"
                                            + " WHERE trigger_schema = DATABASE() AND trigger_name = 'audit_seal_no_delete'",
                                    String.class)
                            .replace("last_seal_id", "last_entry_id"));
        }
        assertThat(owner.queryForObject("SELECT COUNT(*) FROM audit_pruned", Long.class))
                .isEqualTo(before);
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_database_that_fails_is_not_blamed_on_the_privileges_of_its_user() {
        owner.execute("RENAME TABLE audit_seal TO audit_seal_kept");
        try {
            assertThat(command("400d", Optional.of(archive)))
                    .contains("The database failed.", "audit_seal")
                    .doesNotContain("SPRING_LIQUIBASE_USER");
        } finally {
            owner.execute("RENAME TABLE audit_seal_kept TO audit_seal");
        }
        assertThat(archive).doesNotExist();
    }

    @Test
    void a_folder_that_is_missing_is_named_with_the_reason() {
        var nowhere = folder.resolve("missing/archive.jsonl.gz");

        assertThatExceptionOfType(PruningException.class)
                .isThrownBy(() -> pruning().prune(future(), nowhere))
                .withMessage("Can't write the archive " + nowhere + ": no such file or folder.");
    }

    @Test
    void the_command_says_what_it_needs_and_keeps_the_last_thirty_days() {
        assertThat(command("400d", Optional.empty())).contains("Use --audit-prune=BEFORE --archive=FILE");
        assertThat(command("yesterday", Optional.of(archive))).contains("Use --audit-prune=BEFORE --archive=FILE");
        assertThat(command("29d", Optional.of(archive))).contains("The last 30 days of the audit trail always stay.");
        assertThat(command("2020-01-01", Optional.of(archive)))
                .contains("Nothing was removed: no entries were sealed before 2020-01-01T00:00:00Z.");
        assertThat(archive).doesNotExist();
    }

    private static String command(String before, Optional<Path> file) {
        var screen = new ByteArrayOutputStream();
        new AuditPrune(pruning(), Clock.systemUTC(), new PrintStream(screen, true, StandardCharsets.UTF_8))
                .perform(before, file);
        return screen.toString(StandardCharsets.UTF_8);
    }

    private static void seal(String detail, int entries) {
        for (var i = 0; i < entries; i++) {
            application.getBean(AuditTrail.class).record(AuditAction.SIGNED_OUT, null, null, "somebody", detail);
        }
        application.getBean(SealPump.class).sealAll();
    }

    private static Instant future() {
        return Clock.systemUTC().instant().plus(Duration.ofDays(1));
    }

    private static List<String> findings() {
        return verification().verify("").findings();
    }

    private static AuditPruning pruning() {
        return application.getBean(AuditPruning.class);
    }

    private static AuditVerification verification() {
        return application.getBean(AuditVerification.class);
    }

    private static AuditArchive archives() {
        return application.getBean(AuditArchive.class);
    }

    private static String text(Path file) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
