package dev.latchkey.twofactor.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.audit.seal.AuditVerification;
import dev.latchkey.audit.seal.SealPump;
import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People;
import dev.latchkey.twofactor.keyset.KeysetFile;
import dev.latchkey.twofactor.keyset.KeysetUnwritableException;
import dev.latchkey.twofactor.keyset.TestSecrets;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** No step of a rotation makes a secret unreadable, on this node or another. */
@LatchkeyTest
class KeyRotationGuardsTest {

    private static final String ANOTHER = "another/node";

    @Value("${latchkey.keyset-file}")
    private Path keyset;

    @Value("${spring.datasource.url}")
    private String jdbcUrl;

    @Autowired
    private KeyRotation rotation;

    @Autowired
    private KeysetPump pump;

    @Autowired
    private EncryptedSecretRepository secrets;

    @Autowired
    private ReencryptionJob job;

    @Autowired
    private SealPump seals;

    @Autowired
    private AuditVerification verification;

    @Autowired
    private People people;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private ApplicationContext application;

    @Autowired
    @Qualifier("keysetHealthIndicator")
    private HealthIndicator keysetHealth;

    @Autowired
    private JdbcTemplate jdbc;

    @TempDir
    private Path folder;

    @BeforeEach
    void beginWithNobody() {
        people.startOver();
    }

    @AfterEach
    void removeTheOtherNode() {
        jdbc.update("DELETE FROM keyset_node WHERE node = ?", ANOTHER);
    }

    @Test
    void a_key_becomes_current_only_once_every_node_that_runs_has_it() {
        var key = addKey();
        anotherNodeHas("1,2");

        assertThatExceptionOfType(KeyRotationException.class)
                .isThrownBy(rotation::rotate)
                .withMessageContaining("These nodes don't have the key " + key + ": " + ANOTHER + ".");

        anotherNodeHas("1," + key);
        assertThat(rotation.rotate()).isEqualTo(key);
        assertThatExceptionOfType(KeyRotationException.class)
                .isThrownBy(rotation::rotate)
                .withMessageContaining("is the current one already");
    }

    @Test
    void a_node_that_ended_without_a_word_holds_up_nothing_for_long() {
        addKey();
        anotherNodeHas("1,2");
        jdbc.update("UPDATE keyset_node SET seen_at = seen_at - INTERVAL 3 MINUTE WHERE node = ?", ANOTHER);

        rotation.rotate();
    }

    @Test
    void a_key_is_retired_only_once_every_node_has_left_it_for_two_minutes_and_no_secret_is_under_it() {
        var person = people.member();
        people.enrol(person);
        addKey();
        rotation.rotate();
        pump.refresh();

        assertThatExceptionOfType(KeyRotationException.class)
                .isThrownBy(() -> rotation.retireKeys(0, Optional.of(folder.resolve("early.json"))))
                .withMessageContaining("These nodes don't use the current key yet, or not for two minutes");

        jdbc.update("UPDATE keyset_node SET current_since = current_since - INTERVAL 3 MINUTE");
        assertThat(rotation.reencryptAll(progress -> {})).isEmpty();
        enrolments.corrupt(person);
        assertThatExceptionOfType(KeyRotationException.class)
                .isThrownBy(() -> rotation.retireKeys(0, Optional.of(folder.resolve("used.json"))))
                .withMessageContaining("1 secrets are still encrypted with an older key");
        assertThat(rotation.reencryptAll(progress -> {})).containsExactly(person.id());
        assertThat(folder).isEmptyDirectory();

        var retired = folder.resolve("retired.json");
        assertThat(rotation.retireKeys(1, Optional.of(retired))).isNotEmpty();
        assertThat(retired).exists();
        assertThat(keyset).as("stays as it is").content().isNotEqualTo(read(retired));
    }

    @Test
    void what_is_left_of_a_retired_key_verifies_seals_and_decrypts_nothing() throws IOException {
        var person = people.member();
        people.enrol(person);
        var old = enrolments.ciphertextOf(person);
        seals.sealAll();
        addKey();
        rotation.rotate();
        seals.sealAll();
        rotation.reencryptAll(progress -> {});
        jdbc.update("UPDATE keyset_node SET current_since = current_since - INTERVAL 3 MINUTE");
        pump.refresh();
        jdbc.update("UPDATE keyset_node SET current_since = current_since - INTERVAL 3 MINUTE");

        var whole = Files.readAllBytes(keyset);
        var retired = rotation.retireKeys(0, Optional.empty());
        try {
            assertThat(verification.verify("").findings()).isEmpty();
            assertThat(enrolments.ciphertextOf(person)).isNotEqualTo(old);
            TestSecrets.decrypt(application, enrolments.ciphertextOf(person), person.id());
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> TestSecrets.decrypt(application, old, person.id()))
                    .withMessageContaining("cannot be decrypted");
            assertThat(auditedKeys("KEY_RETIRED"))
                    .containsAll(retired.stream().map(String::valueOf).toList());
        } finally {
            // Other tests have databases under these keys
            Files.write(keyset, whole);
            pump.refresh();
        }
    }

    @Test
    void a_secret_that_changes_while_it_is_re_encrypted_stays_as_it_was_changed() {
        var person = people.member();
        people.enrol(person);
        var seen = enrolments.ciphertextOf(person);
        var version = enrolments.versionOf(person);
        var next = TestSecrets.encryptNew(application, person.id());

        assertThat(secrets.replace(person.id(), version + 1, seen, next)).isFalse();
        assertThat(secrets.replace(person.id(), version, next, next)).isFalse();
        assertThat(enrolments.ciphertextOf(person)).isEqualTo(seen);
        assertThat(secrets.replace(person.id(), version, seen, next)).isTrue();
    }

    @Test
    void the_keyset_is_replaced_with_its_mode_kept_and_in_one_step() throws IOException {
        Files.setPosixFilePermissions(keyset, PosixFilePermissions.fromString("rw-r-----"));
        try {
            var added = rotation.addKey(Optional.empty());

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyset)))
                    .isEqualTo("rw-r-----");
            assertThat(read(keyset)).contains(String.valueOf(added));
            assertThat(keyset.getParent()).isDirectoryNotContaining("glob:**.keyset*");
            assertThat(auditedKeys("KEY_ADDED")).contains(String.valueOf(added));
        } finally {
            Files.setPosixFilePermissions(keyset, PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void a_step_sees_the_keys_that_another_host_has_just_added() throws IOException {
        var shared = folder.resolve("shared.json");
        var added = rotation.addKey(Optional.of(shared));
        // As if the other host had written it after this one has read it
        Files.write(keyset, Files.readAllBytes(shared));

        assertThatExceptionOfType(KeyRotationException.class)
                .isThrownBy(rotation::rotate)
                .withMessageContaining("These nodes don't have the key " + added);
        rotation.addKey(Optional.empty());

        assertThat(read(keyset)).contains(String.valueOf(added));
        pump.refresh();
        assertThat(rotation.rotate()).isNotEqualTo(added);
    }

    @Test
    void a_database_that_fails_stops_no_job_of_the_keyset() {
        var owner =
                new JdbcTemplate(new DriverManagerDataSource(jdbcUrl, EmbeddedMariaDb.OWNER, EmbeddedMariaDb.OWNER));
        owner.execute("RENAME TABLE keyset_node TO keyset_node_kept, enrolment TO enrolment_kept");
        try {
            pump.refresh();
            pump.reencrypt();
        } finally {
            owner.execute("RENAME TABLE keyset_node_kept TO keyset_node, enrolment_kept TO enrolment");
        }
    }

    @Test
    void a_file_that_exists_is_not_overwritten_and_nothing_is_recorded() throws IOException {
        var other = folder.resolve("other.json");
        KeysetFile.create(other);
        var content = read(other);
        var audited = auditedKeys("KEY_ADDED");

        assertThatExceptionOfType(KeysetUnwritableException.class)
                .isThrownBy(() -> rotation.addKey(Optional.of(other)))
                .withMessage("There is already a file at " + other + ".");

        assertThat(read(other)).isEqualTo(content);
        assertThat(auditedKeys("KEY_ADDED")).isEqualTo(audited);
    }

    @Test
    void a_keyset_file_that_becomes_unreadable_leaves_the_node_with_the_keys_that_it_has() throws IOException {
        var person = people.member();
        people.enrol(person);
        var whole = Files.readAllBytes(keyset);
        Files.writeString(keyset, "rubbish");
        try {
            pump.refresh();

            TestSecrets.decrypt(application, enrolments.ciphertextOf(person), person.id());
        } finally {
            Files.write(keyset, whole);
        }
    }

    @Test
    void the_secrets_that_wait_are_measured() {
        var registry = new SimpleMeterRegistry();
        new KeyRotationMetrics(job).bindTo(registry);
        people.enrol(people.member());
        addKey();
        rotation.rotate();
        pump.reencrypt();
        pump.reencrypt();

        assertThat(registry.get("latchkey.keyset.old.key.secrets").gauge().value())
                .isZero();
        assertThat(job.progress().orElseThrow().percent()).isEqualTo(100);
        assertThat(keysetHealth.health().getDetails()).containsEntry("oldKeySecrets", 0L);
    }

    private long addKey() {
        var key = rotation.addKey(Optional.empty());
        pump.refresh();
        return key;
    }

    private void anotherNodeHas(String keys) {
        jdbc.update(
                "REPLACE INTO keyset_node (node, key_ids, current_key_id, current_since, seen_at)"
                        + " VALUES (?, ?, 1, UTC_TIMESTAMP(), UTC_TIMESTAMP())",
                ANOTHER,
                keys);
    }

    private List<String> auditedKeys(String action) {
        return jdbc.queryForList("SELECT subject FROM audit_entry WHERE action = ?", String.class, action);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
