package dev.latchkey.operation.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.latchkey.account.RestoreMark;
import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.support.AnotherNode;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.OperatorScript;
import dev.latchkey.support.People;
import dev.latchkey.support.RealServers;
import dev.latchkey.twofactor.restore.AfterRestore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the scripts for backups refuse, and what the start does. */
@LatchkeyTest
class RestoredDatabaseTest {

    @Autowired
    private RestoreMark mark;

    @Autowired
    private AfterRestore afterRestore;

    @Autowired
    private MovableClock clock;

    @Autowired
    private People people;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Environment environment;

    @TempDir
    private Path folder;

    private Path backups;
    private String url;
    private String database;

    @BeforeEach
    void makeAFolder() throws Exception {
        people.startOver();
        backups = Files.createDirectory(folder.resolve("backups"));
        url = environment.getRequiredProperty("spring.datasource.url");
        database = OperatorScript.nameIn(url);
    }

    @Test
    void FIELD_O16_a_restored_backup_is_refused_at_the_start_until_its_restore_is_complete() {
        jdbc.update("UPDATE account SET restored_from = '2026-01-02 03:04:05'");
        try {
            var refusal = assertThatExceptionOfType(UnfitDatabaseException.class)
                    .isThrownBy(() -> new RestoreCheck(mark).afterPropertiesSet())
                    .actual();
            assertThat(refusal).hasMessageContaining("the backup of 2026-01-02T03:04:05Z");
            assertThat(refusal.remedy()).contains("--after-restore");
        } finally {
            assertThat(afterRestore.run()).isPresent();
        }
        assertThatNoException().isThrownBy(() -> new RestoreCheck(mark).afterPropertiesSet());
    }

    @Test
    void FIELD_O16_a_restore_that_would_be_completed_in_another_database_loads_nothing() throws Exception {
        OperatorScript.run("backup", "--defaults-file=" + owner(), database, backups.toString())
                .succeeds();
        var name = OperatorScript.nameIn(RealServers.database("latchkey_elsewhere"));

        for (var address : new String[] {url, url + "?sslMode=trust&application=/" + name, ""}) {
            assertThat(OperatorScript.run(
                                    "restore",
                                    Map.of("SPRING_DATASOURCE_URL", address),
                                    "--defaults-file=" + owner(),
                                    "--jar=" + owner(),
                                    name,
                                    OperatorScript.backupIn(backups).toString())
                            .fails())
                    .contains("not latchkey_elsewhere: set it to the new one. Nothing was restored.");
        }
        assertThat(OperatorScript.type("mariadb --defaults-file=$1 -N -e 'SHOW TABLES' $2", owner(), name)
                        .succeeds()
                        .output())
                .isEmpty();
    }

    @Test
    void FIELD_O16_a_dump_that_was_made_without_triggers_is_not_restored_and_nothing_starts_on_it() throws Exception {
        var dump = folder.resolve("own.sql");
        OperatorScript.type(
                        "mariadb-dump --defaults-file=$1 --skip-triggers $2 >$3", owner(), database, dump.toString())
                .succeeds();
        var elsewhere = RealServers.database("latchkey_skipped");
        var name = OperatorScript.nameIn(elsewhere);

        assertThat(OperatorScript.run("restore", "--defaults-file=" + owner(), name, dump.toString())
                        .fails())
                .contains("lacks the trigger audit_entry_no_delete", "Nothing was restored.");

        OperatorScript.type("mariadb --defaults-file=$1 $2 <$3", owner(), name, dump.toString())
                .succeeds();
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> AnotherNode.beside(environment, clock, "spring.datasource.url=" + elsewhere)
                        .close())
                .withRootCauseInstanceOf(UnfitDatabaseException.class)
                .havingRootCause()
                .withMessageContaining("audit_seal_no_update");
    }

    @Test
    void FIELD_O16_a_backup_is_not_written_beside_the_keyset_nor_with_a_password_that_others_can_read()
            throws Exception {
        var keyset = backups.resolve("anything.json");
        Files.copy(Path.of(environment.getRequiredProperty("latchkey.keyset-file")), keyset);
        assertThat(backUp().fails()).contains(keyset + " is a keyset. Keep it apart");
        Files.delete(keyset);

        Files.setPosixFilePermissions(Path.of(owner()), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(OperatorScript.run(
                                "backup",
                                "--defaults-file=" + folder.resolve(EmbeddedMariaDb.OWNER + ".cnf"),
                                database,
                                backups.toString())
                        .fails())
                .contains("Others can read", "chmod 600");

        assertThat(OperatorScript.run("backup", "--defaults-file=" + applicationsOwn(), database, backups.toString())
                        .fails())
                .contains("can't see the trigger audit_entry_no_delete", "Grant it TRIGGER");
        assertThat(backups).isEmptyDirectory();
    }

    @Test
    void FIELD_O16_a_backup_that_is_cut_off_or_a_database_in_use_is_not_restored() throws Exception {
        backUp().succeeds();
        var whole = OperatorScript.backupIn(backups);
        var cut = folder.resolve("cut.sql.gz");
        try (var from = new GZIPInputStream(Files.newInputStream(whole));
                var to = new GZIPOutputStream(Files.newOutputStream(cut))) {
            var all = from.readAllBytes();
            to.write(all, 0, all.length - 200);
        }
        var damaged = Files.write(folder.resolve("damaged.sql.gz"), new byte[] {1, 2, 3});

        assertThat(restore(cut)).contains("is not complete. Nothing was restored.");
        assertThat(restore(damaged)).contains("is damaged. Nothing was restored.");
        assertThat(restore(whole)).contains("isn't empty", "Nothing was restored.");
        OperatorScript.type("! zcat $3 | mariadb --defaults-file=$1 $2", owner(), database, whole.toString())
                .succeeds();
        assertThat(mark.backupTakenAt()).as("loaded by hand it changes nothing").isEmpty();
    }

    private OperatorScript.Result backUp() throws Exception {
        return OperatorScript.run("backup", "--defaults-file=" + owner(), database, backups.toString());
    }

    private String restore(Path backup) throws Exception {
        return OperatorScript.run("restore", "--defaults-file=" + owner(), database, backup.toString())
                .fails();
    }

    private String owner() throws Exception {
        return OperatorScript.defaultsFile(folder, url, EmbeddedMariaDb.OWNER, EmbeddedMariaDb.OWNER)
                .toString();
    }

    private String applicationsOwn() throws Exception {
        return OperatorScript.defaultsFile(folder, url, EmbeddedMariaDb.USER, EmbeddedMariaDb.USER)
                .toString();
    }
}
