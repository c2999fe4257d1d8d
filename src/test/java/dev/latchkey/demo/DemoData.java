package dev.latchkey.demo;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty database with an account, its administrator and sample members. */
@TestComponent
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoData implements ApplicationRunner {

    private static final List<String> FIRST_NAMES = List.of(
            "Amara", "Bruno", "Chiara", "Dmitri", "Elif", "Farid", "Greta", "Hana", "Ivo", "Jana", "Kofi", "Lena",
            "Mei", "Noor", "Oskar", "Priya", "Quentin", "Rosa", "Sven", "Tamar");
    private static final List<String> LAST_NAMES = List.of(
            "Albrecht",
            "Barros",
            "Chen",
            "Dubois",
            "Eriksen",
            "Fontana",
            "Garcia",
            "Haddad",
            "Ito",
            "Jansen",
            "Kowalski");
    private static final int BATCH = 1_000;

    private final JdbcTemplate jdbc;
    private final PasswordEncoder passwordEncoder;
    private final Clock clock;
    private final int users;

    DemoData(JdbcTemplate jdbc, PasswordEncoder passwordEncoder, Clock clock, @Value("${demo.users}") int users) {
        this.jdbc = jdbc;
        this.passwordEncoder = passwordEncoder;
        this.clock = clock;
        this.users = users;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (Boolean.TRUE.equals(jdbc.queryForObject("SELECT EXISTS (SELECT 1 FROM users)", Boolean.class))) {
            return;
        }
        jdbc.update("INSERT INTO account (id, company_name) VALUES (1, 'Example Inc')");
        // One hash for all: ten thousand of them would take minutes
        var hash = passwordEncoder.encode("latchkey-demo");
        insert(List.of(new Person("admin@example.com", "Ada Admin")), hash);
        insert(IntStream.rangeClosed(1, users).mapToObj(DemoData::person).toList(), hash);
        jdbc.update(
                "INSERT INTO user_group_member (user_group, user_id)"
                        + " SELECT g.id, u.id FROM user_group g JOIN users u ON u.email = 'admin@example.com' WHERE g.built_in");
        group("Engineering", "Builds and runs the product", 0);
        group("Operations", "Keeps the lights on", 1);
        group("Finance", "Counts the beans", 2);
    }

    private void insert(List<Person> people, String hash) {
        var now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                "INSERT INTO users (email, name, password_hash, status, created_at) VALUES (?, ?, ?, 'ACTIVE', ?)",
                people,
                BATCH,
                (statement, person) -> {
                    statement.setString(1, person.email());
                    statement.setString(2, person.name());
                    statement.setString(3, hash);
                    statement.setTimestamp(4, now);
                });
    }

    private void group(String name, String description, int remainder) {
        jdbc.update("INSERT INTO user_group (name, description) VALUES (?, ?)", name, description);
        jdbc.update(
                "INSERT INTO user_group_member (user_group, user_id) SELECT g.id, u.id FROM user_group g JOIN users u"
                        + " WHERE g.name = ? AND u.email LIKE 'user%' AND u.id MOD 3 = ?",
                name, remainder);
    }

    private static Person person(int number) {
        return new Person(
                "user" + number + "@example.com",
                FIRST_NAMES.get(number % FIRST_NAMES.size()) + " " + LAST_NAMES.get(number % LAST_NAMES.size()));
    }

    private record Person(String email, String name) {}
}
