package dev.latchkey.support;

import dev.latchkey.support.People.Person;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is stored of people's second factors, read and changed without the product. */
public final class Enrolments {

    private final JdbcTemplate jdbc;

    Enrolments(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the person's codes, as after a hundred wrong ones. */
    public void lock(Person person) {
        jdbc.update("UPDATE enrolment SET wrong_codes = 100, no_code_before = NULL WHERE user_id = ?", person.id());
    }

    /** Counts that many wrong codes in a row. */
    public void countWrongCodes(Person person, int wrongCodes) {
        jdbc.update("UPDATE enrolment SET wrong_codes = ? WHERE user_id = ?", wrongCodes, person.id());
    }

    /** How many wrong codes in a row have been counted. */
    public int wrongCodesOf(Person person) {
        return jdbc.queryForObject("SELECT wrong_codes FROM enrolment WHERE user_id = ?", Integer.class, person.id());
    }

    /** Whether anything is stored. */
    public boolean existsFor(Person person) {
        return jdbc.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM enrolment WHERE user_id = ?)", Boolean.class, person.id());
    }

    /** Whether a secret is stored. */
    public boolean hasSecret(Person person) {
        return jdbc.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM enrolment WHERE user_id = ? AND secret_ciphertext IS NOT NULL)",
                Boolean.class,
                person.id());
    }

    /** Everything that is stored, binary values as hexadecimal digits, so that two of these can be compared. */
    public Map<String, Object> rowOf(Person person) {
        var row = jdbc.queryForMap("SELECT * FROM enrolment WHERE user_id = ?", person.id());
        row.replaceAll((column, value) ->
                value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
        return row;
    }

    /** The version of the secret. */
    public long versionOf(Person person) {
        return jdbc.queryForObject("SELECT version FROM enrolment WHERE user_id = ?", Long.class, person.id());
    }

    /** The encrypted secret; there must be one. */
    public byte[] ciphertextOf(Person person) {
        return jdbc.queryForObject(
                "SELECT secret_ciphertext FROM enrolment WHERE user_id = ?", byte[].class, person.id());
    }

    /** Puts something else in the place of the encrypted secret. */
    public void replaceCiphertext(Person person, byte[] ciphertext) {
        jdbc.update("UPDATE enrolment SET secret_ciphertext = ? WHERE user_id = ?", ciphertext, person.id());
    }

    /** Makes the encrypted secret one that nobody can decrypt. */
    public void corrupt(Person person) {
        jdbc.update(
                "UPDATE enrolment SET secret_ciphertext = REVERSE(secret_ciphertext) WHERE user_id = ?", person.id());
    }

    /** Makes the secret one that came by email. */
    public void markAsMailed(Person person) {
        jdbc.update("UPDATE enrolment SET origin = 'BY_EMAIL' WHERE user_id = ?", person.id());
    }

    /** Makes the secret one that came by email and has not been used yet. */
    public void markAsUnproven(Person person) {
        jdbc.update("UPDATE enrolment SET proven_at = NULL, origin = 'BY_EMAIL' WHERE user_id = ?", person.id());
    }

    /** Lets the secret expire. */
    public void expire(Person person) {
        jdbc.update("UPDATE enrolment SET expires_at = issued_at WHERE user_id = ?", person.id());
    }

    /** Takes all recovery codes away, as from somebody who enrolled before there were any. */
    public void takeRecoveryCodesFrom(Person person) {
        jdbc.update("DELETE FROM recovery_code_set WHERE user_id = ?", person.id());
    }

    /** How many recovery codes are stored, used or not. */
    public int recoveryCodesOf(Person person) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM recovery_code WHERE user_id = ?", Integer.class, person.id());
    }
}
