package dev.latchkey.support;

import dev.latchkey.support.People.Person;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;

/** What stands in the audit trail, oldest first. */
public final class AuditLines {

    private final JdbcTemplate jdbc;

    AuditLines(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All that was done to somebody. */
    public List<Line> on(Person subject) {
        return lines("subject_id = ?", subject.id());
    }

    /** All that somebody did. */
    public List<Line> by(Person actor) {
        return lines("actor_id = ?", actor.id());
    }

    /** All that came after a line. */
    public List<Line> after(long id) {
        return lines("id > ?", id);
    }

    private List<Line> lines(String condition, long value) {
        return jdbc.query(
                "SELECT action, actor_id, actor, subject, detail, address FROM audit_entry WHERE " + condition
                        + " ORDER BY id",
                new DataClassRowMapper<>(Line.class),
                value);
    }

    /** What was done to somebody, by whomever. */
    public List<String> actionsOn(Person subject) {
        return actionsOn(subject, "");
    }

    /** The same of actions whose names begin so. */
    public List<String> actionsOn(Person subject, String prefix) {
        return jdbc.queryForList(
                "SELECT action FROM audit_entry WHERE subject_id = ? AND LEFT(action, ?) = ? ORDER BY id",
                String.class,
                subject.id(),
                prefix.length(),
                prefix);
    }

    /** What somebody did, of actions whose names begin so. */
    public List<String> actionsBy(Person actor, String prefix) {
        return jdbc.queryForList(
                "SELECT action FROM audit_entry WHERE actor_id = ? AND LEFT(action, ?) = ? ORDER BY id",
                String.class,
                actor.id(),
                prefix.length(),
                prefix);
    }

    /** The details of what was done to somebody. */
    public List<String> detailsOf(String action, Person subject) {
        return jdbc.queryForList(
                "SELECT detail FROM audit_entry WHERE action = ? AND subject_id = ? ORDER BY id",
                String.class,
                action,
                subject.id());
    }

    /** How often something was done to somebody. */
    public int count(String action, Person subject) {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM audit_entry WHERE action = ? AND subject_id = ?",
                Integer.class,
                action,
                subject.id());
    }

    /** How often something was done at all. */
    public int count(String action) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM audit_entry WHERE action = ?", Integer.class, action);
    }

    /** The id of the latest line; zero without any. */
    public long latestId() {
        return jdbc.queryForObject("SELECT COALESCE(MAX(id), 0) FROM audit_entry", Long.class);
    }

    /**
     * A line.
     *
     * @param actorId null for the system and for strangers
     */
    public record Line(
            String action, @Nullable Long actorId, String actor, String subject, String detail, String address) {

        /** Whether that person did it. */
        public boolean isBy(Person person) {
            return Objects.equals(actorId, person.id());
        }

        /** What was done to whom or what, and the detail. */
        public String inShort() {
            return String.join(" ", action, subject, detail).strip();
        }

        /** What was done, and the detail. */
        public String withoutSubject() {
            return (action + " " + detail).strip();
        }
    }
}
