package dev.latchkey.support;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import dev.latchkey.support.People.Person;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A test of views and dialogs without a browser: everything behind them is real, and the account is as it was founded, with
 * nobody in it. What needs a browser to be seen is no matter of such a test.
 */
@LatchkeyTest
public abstract class ViewTest extends Screen {

    /** Longer ago than a factor counts as just proven. */
    private static final Duration LONG_AGO = Duration.ofMinutes(10);

    /** Makes users. */
    @Autowired
    protected People people;

    /** Moves time. */
    @Autowired
    protected MovableClock clock;

    /** Reads and sets up what no service does. */
    @Autowired
    protected JdbcTemplate jdbc;

    @Autowired
    private ViewWindow window;

    private long auditedBefore;
    private long mailedBefore;

    @BeforeEach
    void beginWithNobody() {
        people.startOver();
    }

    @AfterEach
    void leaveNothing() {
        window.close();
        people.startOver();
    }

    /** Somebody has just signed in, with every factor that they have. */
    protected void signIn(Person person) {
        window.open(person, clock.instant(), Locale.UK);
        beginWatching();
    }

    /** Somebody signed in so long ago that what matters asks for a factor again. */
    protected void signInLongAgo(Person person) {
        window.open(person, clock.instant().minus(LONG_AGO), Locale.UK);
        beginWatching();
    }

    /** Somebody whose browser speaks German has just signed in. */
    protected void signInInGerman(Person person) {
        window.open(person, clock.instant(), Locale.GERMANY);
        beginWatching();
    }

    /** Goes to a page. */
    protected <V extends Component> V open(Class<V> view) {
        act(() -> UI.getCurrent().navigate(view));
        return one(view);
    }

    /** Goes to an address within the application. */
    protected void openAddress(String location) {
        var parts = location.split("\\?", 2);
        act(() -> UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts.length == 1 ? "" : parts[1])));
    }

    /** Something happens meanwhile that has nothing to do with the open page. */
    protected void elsewhere(Runnable action) {
        window.elsewhere(action);
    }

    /** An address that was invited and has not signed up. */
    protected Person invited() {
        var person = people.member();
        jdbc.update("UPDATE users SET status = 'INVITED', name = '', password_hash = NULL WHERE id = ?", person.id());
        return person;
    }

    /** A user who was disabled. */
    protected Person disabled() {
        var person = people.member();
        jdbc.update("UPDATE users SET status = 'DISABLED' WHERE id = ?", person.id());
        return person;
    }

    /** Gives a user another name. */
    protected Person named(String name, Person person) {
        jdbc.update("UPDATE users SET name = ? WHERE id = ?", name, person.id());
        return person;
    }

    /** A session of somebody in another browser; returns its id. */
    protected long sessionOf(Person person, String browser, String operatingSystem, String address) {
        var now = Timestamp.from(clock.instant());
        jdbc.update(
                "INSERT INTO user_session (session_key, user_id, session_epoch, browser, operating_system, address,"
                        + " started_at, last_seen_at) SELECT LEFT(UUID(), 22), id, session_epoch, ?, ?, ?, ?, ?"
                        + " FROM users WHERE id = ?",
                browser,
                operatingSystem,
                address,
                now,
                now,
                person.id());
        return lastIn("user_session");
    }

    /** A browser in which somebody has completed a login. */
    protected void knownBrowserOf(Person person, String browser, String operatingSystem, String address) {
        var now = Timestamp.from(clock.instant());
        jdbc.update(
                "INSERT INTO known_browser (user_id, token_hash, browser, operating_system, address, known_since,"
                        + " last_login_at, expires_at) VALUES (?, UNHEX(SHA2(UUID(), 256)), ?, ?, ?, ?, ?, ?)",
                person.id(),
                browser,
                operatingSystem,
                address,
                now,
                now,
                Timestamp.from(clock.instant().plus(Duration.ofDays(1))));
    }

    /** How many rows a table has for that user. */
    protected int rowsOf(Person person, String table) {
        var count =
                jdbc.queryForObject("SELECT COUNT(*) FROM " + table + " WHERE user_id = ?", Integer.class, person.id());
        return count == null ? 0 : count;
    }

    /** Whether the page has had the browser run a script with that argument. */
    protected boolean ranScriptWith(Object argument) {
        MockVaadin.clientRoundtrip(false);
        return window.scriptArguments().contains(argument);
    }

    /** The entries of the audit trail since the sign-in: action, subject and detail, as they are stored. */
    protected List<String> audited() {
        return jdbc.queryForList(
                "SELECT CONCAT_WS(' ', action, NULLIF(subject, ''), NULLIF(detail, '')) FROM audit_entry WHERE id > ? ORDER BY id",
                String.class,
                auditedBefore);
    }

    /** The kinds of the mails to somebody since the sign-in, whether or not they have left. */
    protected List<String> mailsTo(Person person) {
        return jdbc.queryForList(
                "SELECT kind FROM outbox_message WHERE recipient_id = ? AND id > ? ORDER BY id",
                String.class,
                person.id(),
                mailedBefore);
    }

    /** A user as stored. */
    protected Map<String, Object> stored(Person person) {
        return jdbc.queryForMap("SELECT * FROM users WHERE id = ?", person.id());
    }

    /** Whether the user is still there. */
    protected boolean exists(Person person) {
        return !jdbc.queryForList("SELECT id FROM users WHERE id = ?", person.id())
                .isEmpty();
    }

    private void beginWatching() {
        auditedBefore = lastIn("audit_entry");
        mailedBefore = lastIn("outbox_message");
    }

    private long lastIn(String table) {
        var last = jdbc.queryForObject("SELECT COALESCE(MAX(id), 0) FROM " + table, Long.class);
        return last == null ? 0 : last;
    }
}
