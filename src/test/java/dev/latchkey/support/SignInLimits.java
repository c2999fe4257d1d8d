package dev.latchkey.support;

import org.springframework.jdbc.core.JdbcTemplate;

/** What is counted against whoever signs in. */
public final class SignInLimits {

    private final JdbcTemplate jdbc;

    SignInLimits(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Forgets the failures of all networks and of all together. */
    public void forgetNetworks() {
        jdbc.update("DELETE FROM sign_in_pressure");
    }

    /** Fills up what has been counted, as a flood of failures would. */
    public void fill() {
        jdbc.update("UPDATE sign_in_pressure SET level = 1000000");
    }

    /** The same of known browsers alone. */
    public void fillThoseOfKnownBrowsers() {
        jdbc.update("UPDATE sign_in_pressure SET level = 1000000 WHERE known");
    }

    /** Forgets the wrong passwords for all addresses. */
    public void forgetPasswords() {
        jdbc.update("DELETE FROM password_attempt");
    }
}
