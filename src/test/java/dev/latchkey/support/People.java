package dev.latchkey.support;

import dev.latchkey.signin.code.TestSignIn;
import dev.latchkey.twofactor.enrolment.EnrolmentResult;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.recovery.RecoveryCodes;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.Permission;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Makes people as tests need them. */
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
        jdbc.update("DELETE FROM users");
        jdbc.update("DELETE FROM user_group WHERE NOT built_in");
        jdbc.update("UPDATE account SET enforced_since = NULL, secret_delivery = 'BY_EMAIL'");
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
        return new Person(jdbc.queryForObject("SELECT id FROM users WHERE email = ?", Long.class, email), email);
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
        jdbc.update("INSERT INTO user_group_member SELECT id, ? FROM user_group WHERE built_in", person.id());
        return person;
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
