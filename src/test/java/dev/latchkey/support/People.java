package dev.latchkey.support;

import dev.latchkey.signin.TestSignIn;
import dev.latchkey.twofactor.EnrolmentResult;
import dev.latchkey.twofactor.TwoFactorService;
import dev.latchkey.user.Permission;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Makes people as tests need them. */
public final class People {

    /** Everybody's password. */
    public static final String PASSWORD = LogCanary.mustNotBeLogged("plum-canary-velvet");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JdbcTemplate jdbc;
    private final TwoFactorService twoFactor;
    private final Clock clock;
    private final String passwordHash;

    People(JdbcTemplate jdbc, TwoFactorService twoFactor, PasswordEncoder passwordEncoder, Clock clock) {
        this.jdbc = jdbc;
        this.twoFactor = twoFactor;
        this.clock = clock;
        this.passwordHash = passwordEncoder.encode(PASSWORD);
        jdbc.update("INSERT IGNORE INTO account (id, company_name) VALUES (1, 'Example Inc')");
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

    /** Turns the person's second factor on; the time step of the code that it took is spent. */
    public AuthenticatorApp enrol(Person person) {
        return as(person, () -> {
            var proposed = twoFactor.propose(person.id());
            var app = new AuthenticatorApp(proposed.secret().base32(), clock);
            if (!(twoFactor.turnOn(person.id(), proposed, app.code()) instanceof EnrolmentResult.Enrolled)) {
                throw new AssertionError("not enrolled");
            }
            return app;
        });
    }

    /** Does something as that person, signed in with both factors, in this thread. */
    public <T> T as(Person person, Supplier<T> deed) {
        SecurityContextHolder.getContext()
                .setAuthentication(TestSignIn.withBothFactors(person.id(), person.email(), clock.instant()));
        try {
            return deed.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Somebody who can sign in with {@link #PASSWORD}. */
    public record Person(long id, String email) {}
}
