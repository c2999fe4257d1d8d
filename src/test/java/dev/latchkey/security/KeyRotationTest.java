package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.LogCanary;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.keyset.KeysetFile;
import dev.latchkey.twofactor.keyset.KeysetUnusableException;
import dev.latchkey.twofactor.keyset.TestSecrets;
import dev.latchkey.twofactor.rotation.KeyRotation;
import dev.latchkey.twofactor.rotation.KeyRotationProgress;
import dev.latchkey.twofactor.rotation.KeysetPump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@SecurityTest
class KeyRotationTest {

    private static final int MANY = 250;

    @LocalServerPort
    private int port;

    @Value("${latchkey.keyset-file}")
    private Path keyset;

    @Autowired
    private KeyRotation rotation;

    @Autowired
    private KeysetPump keysetPump;

    @Autowired
    private People people;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    @TempDir
    private Path folder;

    @BeforeEach
    void beginWithNobody() {
        people.startOver();
    }

    @Test
    void AC_R_13_a_start_with_a_keyset_that_is_missing_empty_cut_off_or_another_is_refused_and_makes_no_keyset()
            throws IOException {
        var whole = Files.readString(keyset);
        var missing = folder.resolve("missing.json");
        var other = folder.resolve("other.json");
        KeysetFile.create(other);

        assertThat(refusalOf(missing)).startsWith("Can't read the keyset file " + missing + ": ");
        assertThat(refusalOf(file("empty", ""))).contains("empty isn't a keyset.");
        assertThat(refusalOf(file("short", whole.substring(0, whole.length() / 2))))
                .contains("short isn't a keyset.");
        assertThat(refusalOf(other)).contains("isn't the one that this database was created with.");
        assertThat(missing).doesNotExist();
        TestSecrets.startWith(keyset, application);
    }

    @Test
    void AC_R_13_another_keyset_is_refused_also_where_the_canary_was_removed() throws IOException {
        people.enrol(people.member());
        var other = folder.resolve("other.json");
        KeysetFile.create(other);

        transaction.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            jdbc.update("DELETE FROM keyset_canary");

            assertThat(refusalOf(other)).contains("isn't the one that this database was created with.");
            TestSecrets.startWith(keyset, application);
        });
    }

    @Test
    void AC_R_14_a_re_encryption_that_was_killed_goes_on_while_users_log_in_and_ends_with_none_under_the_old_key() {
        var users = enrolled(3);
        var first = users.getFirst();
        var oldSecret = enrolments.ciphertextOf(first.person());
        var others = storedSecrets();
        rotation.addKey(Optional.empty());
        assertThat(prefixOf(TestSecrets.encryptNew(application, 1))).isEqualTo(prefixOf(oldSecret));

        keysetPump.refresh();
        rotation.rotate();

        var seen = new ArrayList<KeyRotationProgress>();
        assertThatExceptionOfType(KilledException.class)
                .isThrownBy(() -> rotation.reencryptAll(progress -> {
                    seen.add(progress);
                    throw new KilledException();
                }));
        assertThat(seen.getFirst().secrets()).isEqualTo(MANY + 3);
        assertThat(seen.getFirst().oldKeySecrets()).isLessThanOrEqualTo(MANY + 3 - 100);
        users.forEach(this::logsIn);
        rotation.reencryptAll(progress -> logsIn(first));

        assertThat(jdbc.queryForList("SELECT DISTINCT HEX(key_prefix) FROM enrolment", String.class))
                .doesNotContain(prefixOf(oldSecret))
                .hasSize(1);
        users.forEach(this::logsIn);
        others.forEach((id, secret) -> assertThat(TestSecrets.decrypt(application, ciphertextOf(id), id))
                .isEqualTo(secret));
        assertThat(enrolments.versionOf(first.person())).isOne();
    }

    private record Enrolled(Person person, AuthenticatorApp app) {}

    private static final class KilledException extends RuntimeException {}

    private List<Enrolled> enrolled(int count) {
        var users = new ArrayList<Enrolled>();
        for (var i = 0; i < count; i++) {
            var person = people.member();
            users.add(new Enrolled(person, people.enrol(person)));
        }
        return users;
    }

    /** Those of many more users. */
    private Map<Long, String> storedSecrets() {
        var firstId = 1_000_000L;
        var secrets = new TreeMap<Long, String>();
        LongStream.range(firstId, firstId + MANY).forEach(id -> {
            var ciphertext = TestSecrets.encryptNew(application, id);
            var secret = TestSecrets.decrypt(application, ciphertext, id);
            LogCanary.mustNotBeLogged(secret);
            secrets.put(id, secret);
            jdbc.update(
                    "INSERT INTO users (id, email, name, password_hash, status, created_at)"
                            + " VALUES (?, ?, 'Somebody', '', 'ACTIVE', NOW())",
                    id,
                    id + "@example.com");
            jdbc.update(
                    "INSERT INTO enrolment (user_id, version, secret_ciphertext, origin, issued_at, proven_at)"
                            + " VALUES (?, 1, ?, 'ON_SCREEN', NOW(), NOW())",
                    id,
                    ciphertext);
        });
        return secrets;
    }

    private void logsIn(Enrolled user) {
        clock.toNextStep();
        var answer =
                Browser.atTheCodeStep(port, user.person()).enterCode(user.app().code());
        assertThat(Browser.leadsTo(answer)).isEqualTo("/");
    }

    private byte[] ciphertextOf(long id) {
        return jdbc.queryForObject("SELECT secret_ciphertext FROM enrolment WHERE user_id = ?", byte[].class, id);
    }

    private static String prefixOf(byte[] ciphertext) {
        return HexFormat.of().withUpperCase().formatHex(Arrays.copyOf(ciphertext, 5));
    }

    private String refusalOf(Path file) {
        try {
            TestSecrets.startWith(file, application);
            return "none";
        } catch (KeysetUnusableException e) {
            return e.getMessage();
        }
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
