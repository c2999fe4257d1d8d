package dev.latchkey.support;

import dev.latchkey.support.People.Person;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is stored of the browsers that know their users. */
public final class StoredBrowsers {

    private final JdbcTemplate jdbc;

    StoredBrowsers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of somebody, oldest first. */
    public List<Long> idsOf(Person person) {
        return idsOf(person, Instant.EPOCH);
    }

    /** The same of those that are known longer than that. */
    public List<Long> idsOf(Person person, Instant end) {
        return jdbc.queryForList(
                "SELECT id FROM known_browser WHERE user_id = ? AND expires_at > ? ORDER BY id",
                Long.class,
                person.id(),
                Timestamp.from(end));
    }

    /** Counts that many wrong passwords in each browser of somebody. */
    public void countWrongPasswords(Person person, int wrongPasswords) {
        jdbc.update("UPDATE known_browser SET wrong_passwords = ? WHERE user_id = ?", wrongPasswords, person.id());
    }
}
