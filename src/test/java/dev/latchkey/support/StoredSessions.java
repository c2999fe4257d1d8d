package dev.latchkey.support;

import dev.latchkey.support.People.Person;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is stored of sessions. */
public final class StoredSessions {

    private final JdbcTemplate jdbc;

    StoredSessions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of somebody, oldest first. */
    public List<Long> idsOf(Person person) {
        return jdbc.queryForList("SELECT id FROM user_session WHERE user_id = ? ORDER BY id", Long.class, person.id());
    }

    /** Where somebody's one session came from. */
    public String addressOf(Person person) {
        return jdbc.queryForObject("SELECT address FROM user_session WHERE user_id = ?", String.class, person.id());
    }

    /** The epoch that somebody's one session goes on under. */
    public long epochOf(Person person) {
        return jdbc.queryForObject("SELECT session_epoch FROM user_session WHERE user_id = ?", Long.class, person.id());
    }

    /** All that is stored of somebody's sessions, as text. */
    public String textOf(Person person) {
        return jdbc.queryForList("SELECT * FROM user_session WHERE user_id = ?", person.id())
                .toString();
    }

    /** Removes somebody's sessions, and nothing else comes of it. */
    public void removeThoseOf(Person person) {
        jdbc.update("DELETE FROM user_session WHERE user_id = ?", person.id());
    }
}
