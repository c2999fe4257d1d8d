package dev.latchkey.support;

import dev.latchkey.signin.code.TestSignIn;
import dev.latchkey.twofactor.enrolment.EnrolmentResult;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.recovery.RecoveryCodes;
import dev.latchkey.user.UserService;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.Permission;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Makes people as tests need them, and brings what tests have to know of them beside. */
@Import({
    TheAccount.class,
    Enrolments.class,
    AuditLines.class,
    InvitationLinks.class,
    Members.class,
    RuleAskers.class,
    SignInLimits.class,
    StoredBrowsers.class,
    StoredSessions.class
})
public final class People {

    /** Everybody's password. */
    public static final String PASSWORD = LogCanary.mustNotBeLogged("plum-canary-velvet");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JdbcTemplate jdbc;
    private final TwoFactorService twoFactor;
    private final RecoveryCodes recoveryCodes;
    private final UserService users;
    private final Clock clock;
    private final String passwordHash;

    People(
            JdbcTemplate jdbc,
            TwoFactorService twoFactor,
            RecoveryCodes recoveryCodes,
            UserService users,
            PasswordEncoder passwordEncoder,
            Clock clock) {
        this.jdbc = jdbc;
        this.twoFactor = twoFactor;
        this.recoveryCodes = recoveryCodes;
        this.users = users;
        this.clock = clock;
        this.passwordHash = passwordEncoder.encode(PASSWORD);
        jdbc.update("INSERT IGNORE INTO account (id, company_name) VALUES (1, 'Example Inc')");
    }

    /** Leaves nobody, and the account as it was founded, for tests of what concerns everybody. */
    public void startOver() {
        jdbc.update("DELETE FROM outbox_message");
        jdbc.update("DELETE FROM password_attempt");
        jdbc.update("DELETE FROM password_reset_request");
        jdbc.update("DELETE FROM refused_passwords");
        jdbc.update("DELETE FROM first_hour_step");
        jdbc.update("DELETE FROM user_state");
        jdbc.update("DELETE FROM user_state_day");
        jdbc.update("DELETE FROM users");
        jdbc.update("DELETE FROM enforced_group");
        jdbc.update("DELETE FROM user_group WHERE NOT built_in");
        jdbc.update("UPDATE account SET enforced_since = NULL, enforcement_begun = TRUE, secret_delivery = 'BY_EMAIL'");
        jdbc.update("UPDATE account SET password_minimum_length = DEFAULT, password_upper_case = DEFAULT,"
                + " password_lower_case = DEFAULT, password_digit = DEFAULT, password_special_character = DEFAULT,"
                + " email_domains = DEFAULT");
    }

    /** A new active user without any permission. */
    public Person member() {
        var email = "member" + NUMBER.incrementAndGet() + "@example.com";
        jdbc.update(
                "INSERT INTO users (email, name, password_hash, status, created_at) VALUES (?, 'Mia Member', ?, 'ACTIVE', ?)",
                email,
                passwordHash,
                Timestamp.from(clock.instant()));
        return new Person(idOf(email), email);
    }

    /** A new active user whose one group has that permission. */
    public Person memberWith(Permission permission) {
        var person = member();
        var group = "Group of " + person.email();
        jdbc.update("INSERT INTO user_group (name) VALUES (?)", group);
        jdbc.update(
                "INSERT INTO user_group_permission SELECT id, ? FROM user_group WHERE name = ?",
                permission.name(),
                group);
        jdbc.update("INSERT INTO user_group_member SELECT id, ? FROM user_group WHERE name = ?", person.id(), group);
        return person;
    }

    /** A new active member of Account Administrator. */
    public Person administrator() {
        var person = member();
        makeAdministrator(person);
        return person;
    }

    /** Makes somebody a member of Account Administrator. */
    public void makeAdministrator(Person person) {
        jdbc.update("INSERT INTO user_group_member SELECT id, ? FROM user_group WHERE built_in", person.id());
    }

    /** Takes somebody out of every group, with nobody told. */
    public void takeFromAllGroups(Person person) {
        jdbc.update("DELETE FROM user_group_member WHERE user_id = ?", person.id());
    }

    /** Disables somebody, and nothing else comes of it. */
    public void disable(Person person) {
        setStatus(person, UserStatus.DISABLED);
    }

    /** Gives somebody another status, and nothing else comes of it. */
    public void setStatus(Person person, UserStatus status) {
        jdbc.update("UPDATE users SET status = ? WHERE id = ?", status.name(), person.id());
    }

    /** Makes somebody one who has been invited and has not joined. */
    public void makeInvited(Person person) {
        jdbc.update("UPDATE users SET status = 'INVITED', password_hash = NULL WHERE id = ?", person.id());
    }

    /** Gives somebody another name, even one that the product would refuse. */
    public void setName(Person person, String name) {
        jdbc.update("UPDATE users SET name = ? WHERE id = ?", name, person.id());
    }

    /** Gives somebody another address, even one that the product would refuse. */
    public void setEmail(Person person, String email) {
        jdbc.update("UPDATE users SET email = ? WHERE id = ?", email, person.id());
    }

    /** Puts another hash in the place of somebody's. */
    public void setPasswordHash(Person person, String hash) {
        jdbc.update("UPDATE users SET password_hash = ? WHERE id = ?", hash, person.id());
    }

    /** Removes somebody, and nothing else comes of it. */
    public void remove(Person person) {
        jdbc.update("DELETE FROM users WHERE id = ?", person.id());
    }

    /** The id of whoever has an address, invited or active. */
    public long idOf(String email) {
        return jdbc.queryForObject("SELECT id FROM users WHERE email = ?", Long.class, email);
    }

    /** Somebody's name. */
    public String nameOf(Person person) {
        return jdbc.queryForObject("SELECT name FROM users WHERE id = ?", String.class, person.id());
    }

    /** Somebody's status. */
    public UserStatus statusOf(Person person) {
        return jdbc.queryForObject("SELECT status FROM users WHERE id = ?", UserStatus.class, person.id());
    }

    /** The hash of somebody's password. */
    public String passwordHashOf(Person person) {
        return jdbc.queryForObject("SELECT password_hash FROM users WHERE id = ?", String.class, person.id());
    }

    /** What somebody may do. */
    public Set<Permission> permissionsOf(Person person) {
        return users.permissionsOf(person.id());
    }

    /** The id of somebody's one group. */
    public long groupOf(Person person) {
        return jdbc.queryForObject(
                "SELECT user_group FROM user_group_member WHERE user_id = ?", Long.class, person.id());
    }

    /** The id of Account Administrator. */
    public long administratorGroup() {
        return jdbc.queryForObject("SELECT id FROM user_group WHERE built_in", Long.class);
    }

    /** Ends all of somebody's sessions, and nothing else comes of it. */
    public void endSessionsOf(Person person) {
        jdbc.update("UPDATE users SET session_epoch = session_epoch + 1 WHERE id = ?", person.id());
    }

    /** How often all of somebody's sessions have been ended. */
    public long epochOf(Person person) {
        return jdbc.queryForObject("SELECT session_epoch FROM users WHERE id = ?", Long.class, person.id());
    }

    /** Turns the person's second factor on, with recovery codes; the time step of the code that it took is spent. */
    public AuthenticatorApp enrol(Person person) {
        return as(person, () -> {
            var proposed = twoFactor.propose(person.id());
            var app = new AuthenticatorApp(proposed.proposed().secret().base32(), clock);
            if (!(twoFactor.turnOn(person.id(), proposed, app.code()) instanceof EnrolmentResult.Enrolled)) {
                throw new AssertionError("not enrolled");
            }
            return app;
        });
    }

    /** Gives somebody with a second factor new recovery codes, as they would type them. */
    public List<String> recoveryCodesOf(Person person) {
        return as(person, () -> recoveryCodes.newSet(person.id())).codes().stream()
                .map(code -> LogCanary.mustNotBeLogged(code.grouped()))
                .toList();
    }

    /** Does something as that person, signed in with both factors, in this thread. */
    public void does(Person person, Runnable action) {
        as(person, () -> {
            action.run();
            return true;
        });
    }

    /** Asks something as that person, signed in with both factors, in this thread. */
    public <T> T as(Person person, Supplier<T> action) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(TestSignIn.withBothFactors(
                person.id(), person.email(), users.permissionsOf(person.id()), clock.instant())));
        try {
            return action.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Somebody who can sign in with {@link #PASSWORD}. */
    public record Person(long id, String email) {}
}
