package dev.latchkey.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ProductJar;
import dev.latchkey.support.ProductSettings;
import dev.latchkey.support.RealServers;
import dev.latchkey.twofactor.keyset.TestSecrets;
import dev.latchkey.twofactor.totp.TotpSecret;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** What an operator does to change the key that encrypts secrets, and what users notice of it: nothing. */
class KeyRotationIT {

    private static final String DATABASE = "latchkey_rotation";
    private static final int MANY = 3_000;

    @TempDir
    private Path folder;

    private JdbcTemplate jdbc;
    private Path keyset;
    private User lastUser;

    @Test
    void keys_rotate_beside_the_server_although_the_command_is_killed_and_users_log_in_all_along() throws Exception {
        var settings = ProductSettings.of(folder, DATABASE);
        keyset = folder.resolve("keyset.json");
        Files.setPosixFilePermissions(keyset, PosixFilePermissions.fromString("rw-r--r--"));
        try (var product = ProductJar.serve(settings)) {
            jdbc = new JdbcTemplate(new SingleConnectionDataSource(
                    RealServers.database(DATABASE), EmbeddedMariaDb.USER, EmbeddedMariaDb.USER, true));
            assertThat(product.output()).contains("has the mode 0644").contains("chmod 600 " + keyset);
            var users = enrolMany();

            assertThat(ProductJar.run(settings, "--add-key")).contains("Added the key ", "Then run --rotate.");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyset)))
                    .isEqualTo("rw-r--r--");
            await().atMost(Duration.ofSeconds(20)).until(() -> keysOfTheNode().contains(","));

            // Neither the command nor the server gets to the end as long as somebody else holds the last secret
            try (var connection = DriverManager.getConnection(
                    RealServers.database(DATABASE), EmbeddedMariaDb.USER, EmbeddedMariaDb.USER)) {
                connection.setAutoCommit(false);
                connection.createStatement().execute("SELECT 1 FROM enrolment WHERE user_id = " + MANY + " FOR UPDATE");
                var rotation = ProductJar.start(settings, "--rotate");
                rotation.await(Pattern.compile("(\\d+ %)"));
                rotation.kill();
                assertThat(oldSecrets()).as("in the middle").isPositive();
                assertLogsIn(product, users.get(0));
                connection.rollback();
            }
            product.await(Pattern.compile("(secrets are still encrypted with an older key)"));
            product.await(Pattern.compile("(All secrets are encrypted with the current key)"));
            assertThat(oldSecrets()).isZero();
            assertLogsIn(product, users.get(1));

            // Instead of waiting
            jdbc.update("UPDATE keyset_node SET current_since = current_since - INTERVAL 3 MINUTE");
            assertThat(ProductJar.run(settings, "--retire-key")).contains("Retired ", "Copy the file to every node.");
            assertThat(jdbc.queryForList(
                            "SELECT action FROM audit_entry WHERE action LIKE 'KEY%' ORDER BY id", String.class))
                    .containsExactly("KEY_ADDED", "KEY_ROTATED", "KEY_RETIRED");
        }
        try (var product = ProductJar.serve(settings)) {
            assertLogsIn(product, lastUser);
        }
    }

    private record User(Person person, AuthenticatorApp app) {}

    /** Users with an authenticator app each, of whom the first, the second and the last log in. */
    private List<User> enrolMany() {
        var hash = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(People.PASSWORD);
        jdbc.update("INSERT INTO account (id, company_name) VALUES (1, 'Example Inc')");
        var users = new ArrayList<User>();
        var people = new ArrayList<Object[]>();
        var secrets = new ArrayList<Object[]>();
        for (var id = 1L; id <= MANY; id++) {
            var key = TotpSecret.generate().base32();
            var person = new Person(id, id + "@example.com");
            users.add(new User(person, new AuthenticatorApp(key, Clock.systemUTC())));
            people.add(new Object[] {id, person.email(), hash});
            secrets.add(new Object[] {id, TestSecrets.encrypt(key, keyset, id)});
        }
        jdbc.batchUpdate(
                "INSERT INTO users (id, email, name, password_hash, status, created_at)"
                        + " VALUES (?, ?, 'Somebody', ?, 'ACTIVE', NOW())",
                people);
        jdbc.batchUpdate(
                "INSERT INTO enrolment (user_id, personal_switch, version, secret_ciphertext, origin, issued_at, proven_at)"
                        + " VALUES (?, TRUE, 1, ?, 'ON_SCREEN', NOW(), NOW())",
                secrets);
        lastUser = users.getLast();
        return users;
    }

    private void assertLogsIn(ProductJar product, User user) {
        var port = URI.create(product.url("")).getPort();
        var answer =
                Browser.atTheCodeStep(port, user.person()).enterCode(user.app().code());
        assertThat(Browser.leadsTo(answer)).startsWith("/recovery-codes");
    }

    private String keysOfTheNode() {
        return jdbc.queryForObject("SELECT key_ids FROM keyset_node", String.class);
    }

    private long oldSecrets() {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM enrolment WHERE key_prefix <> (SELECT LEFT(ciphertext, 5) FROM keyset_canary)",
                Long.class);
    }
}
