package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.seal.AuditVerification;
import dev.latchkey.audit.seal.SealPump;
import dev.latchkey.support.Browser;
import dev.latchkey.support.ImportedClasses;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@SecurityTest
class AuditSealTest {

    @LocalServerPort
    private int port;

    @Value("${spring.datasource.url}")
    private String jdbcUrl;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditVerification verification;

    @Autowired
    private SealPump seals;

    @Autowired
    private People people;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void sealWhatIsThere() {
        seals.sealAll();
        assertThat(verification.verify("").findings()).isEmpty();
    }

    @Test
    void AC_S_21_a_sign_in_seals_nothing_and_waits_for_no_seal() {
        var person = people.member();
        var sealedBefore = seals.sealedUpTo();
        new Browser(port).logIn(person.email(), People.PASSWORD);

        assertThat(seals.sealedUpTo()).isEqualTo(sealedBefore);
        assertThat(verification.verify("").unsealedEntries()).isPositive();
        seals.sealAll();
        assertThat(verification.verify("").unsealedEntries()).isZero();
        ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveSimpleName("SealingJob")
                .and()
                .doNotHaveSimpleName("AuditSealer")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("AuditSealer")
                .check(ImportedClasses.ofProduct());
    }

    @Test
    void AC_S_21_an_entry_is_sealed_once_nothing_can_come_before_it_any_more() {
        var young = record("young");
        seals.sealOlderThan(Duration.ofMinutes(1));
        assertThat(seals.sealedUpTo()).isLessThan(young);
        transaction.executeWithoutResult(open -> {
            record("slow");
            CompletableFuture.runAsync(() -> {
                        record("quick");
                        assertThatExceptionOfType(DataAccessException.class)
                                .isThrownBy(seals::sealOnce)
                                .havingRootCause()
                                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(SQLException.class))
                                .returns(1205, SQLException::getErrorCode);
                    })
                    .join();
        });

        seals.sealAll();

        assertThat(verification.verify("").findings()).isEmpty();
        assertThat(verification.verify("").unsealedEntries()).isZero();
    }

    @Test
    void AC_S_21_of_nodes_that_seal_at_once_one_does() throws Exception {
        IntStream.range(0, 3).forEach(i -> record("entry"));

        var sealed = Parallel.times(4, () -> {
            try {
                return seals.sealOnce();
            } catch (DuplicateKeyException e) {
                return 0L;
            }
        });

        assertThat(sealed).containsOnlyOnce(3L).containsOnly(0L, 3L);
        assertThat(verification.verify("").findings()).isEmpty();
    }

    @Test
    void AC_S_21_a_changed_entry_is_found() {
        var entry = sealedEntry();

        assertThat(findingsAfter("UPDATE audit_entry SET actor = 'eve@example.com' WHERE id = ?", entry))
                .singleElement()
                .asString()
                .contains("the id " + entry + ": changed.");
        for (var change : List.of("occurred_at = occurred_at + INTERVAL 1 SECOND", "subject_id = 1", "detail = ' '")) {
            assertThat(findingsAfter("UPDATE audit_entry SET " + change + " WHERE id = ?", entry))
                    .as(change)
                    .hasSize(1);
        }
    }

    @Test
    void AC_S_21_a_seal_covers_the_browser_of_entries_that_have_one() {
        var entry = sealedEntry();

        for (var change : List.of("browser = 'Firefox, Linux'", "browser = NULL")) {
            assertThat(findingsAfter("UPDATE audit_entry SET " + change + " WHERE id = ?", entry))
                    .as(change)
                    .singleElement()
                    .asString()
                    .contains("the id " + entry + ": changed.");
        }
    }

    @Test
    void AC_S_21_a_browser_that_was_written_into_an_entry_from_before_browsers_is_remarked() {
        var entry = record("before");
        try (var tampering = new Tampering(jdbcUrl)) {
            tampering.with("UPDATE audit_entry SET browser = NULL WHERE id = ?", entry);
            seals.sealAll();
            assertThat(verification.verify("").remarks()).isEmpty();
            tampering.with("UPDATE audit_entry SET browser = 'Firefox, Linux' WHERE id = ?", entry);

            assertThat(verification.verify("").findings()).isEmpty();
            assertThat(verification.verify("").remarks())
                    .singleElement()
                    .asString()
                    .startsWith("The browser of entries " + entry + " to " + entry + " isn't covered by a seal");
        }
    }

    @Test
    void AC_S_21_a_removed_entry_is_found_at_the_end_too() {
        sealedEntry();
        var last = sealedEntry();

        assertThat(findingsAfter("DELETE FROM audit_entry WHERE id = ?", last))
                .singleElement()
                .asString()
                .contains("the id " + last + ": 1 missing.");
        assertThat(findingsAfter("DELETE FROM audit_entry"))
                .isNotEmpty()
                .allMatch(finding -> finding.endsWith(" missing."));
    }

    @Test
    void AC_S_21_an_entry_that_was_put_between_sealed_ones_is_found() {
        record("before");
        var gap = transaction.execute(undone -> {
            undone.setRollbackOnly();
            return record("gap");
        });
        record("after");
        seals.sealAll();

        assertThat(findingsAfter(
                        "INSERT INTO audit_entry (id, occurred_at, action) VALUES (?, NOW(), 'SIGNED_OUT')", gap))
                .singleElement()
                .asString()
                .contains(": 1 added.");
        assertThat(findingsAfter("INSERT INTO audit_entry (id, occurred_at, action) VALUES (-1, NOW(), 'SIGNED_OUT')"))
                .singleElement()
                .asString()
                .contains("1 entries")
                .contains("aren't under any seal");
    }

    @Test
    void AC_S_21_a_removed_changed_or_forged_seal_is_found() {
        sealedEntry();
        var seal = lastSeal();
        sealedEntry();

        assertThat(findingsAfter("DELETE FROM audit_seal WHERE id = ?", seal))
                .anyMatch(finding -> finding.startsWith("Seals missing before seal " + (seal + 1) + ": 1,"));
        for (var change : List.of(
                "entries_hash = REPEAT('x', 32)",
                "code = REPEAT('x', 32)",
                "sealed_at = sealed_at + INTERVAL 1 SECOND",
                "entry_count = entry_count + 1")) {
            assertThat(findingsAfter("UPDATE audit_seal SET " + change + " WHERE id = ?", seal))
                    .as(change)
                    .anyMatch(finding -> finding.startsWith("Seal " + seal + " has been changed"));
        }
        assertThat(findingsAfter("UPDATE audit_seal SET key_id = key_id + 1 WHERE id = ?", seal))
                .anyMatch(finding -> finding.startsWith("Seal " + seal + " can't be checked"));
        assertThat(findingsAfter("INSERT INTO audit_seal SELECT id + 1, last_entry_id + 1, last_entry_id + 1, 0,"
                        + " UNHEX(SHA2('', 256)), sealed_at, key_id, code FROM audit_seal ORDER BY id DESC LIMIT 1"))
                .singleElement()
                .asString()
                .contains("Latchkey didn't make it");
    }

    @Test
    void AC_S_21_the_newest_seal_cut_off_with_its_entries_is_found_by_a_head_that_was_kept() {
        var entry = sealedEntry();
        var head = verification.verify("").head();
        assertThat(verification.verify(head).findings()).isEmpty();
        try (var tampering = new Tampering(jdbcUrl)) {
            tampering.with("DELETE FROM audit_entry WHERE id = ?", entry);
            tampering.with("DELETE FROM audit_seal WHERE last_entry_id = ?", entry);

            assertThat(verification.verify("").findings())
                    .as("what cannot be found without it")
                    .isEmpty();
            assertThat(verification.verify(head).findings())
                    .singleElement()
                    .asString()
                    .contains("head that you entered");
        }
    }

    @Test
    void FIELD_A14_an_entry_that_was_recorded_outside_of_the_time_between_its_seals_is_found() {
        sealedEntry();
        try (var tampering = new Tampering(jdbcUrl)) {
            tampering.with("INSERT INTO audit_entry (occurred_at, recorded_at, action)"
                    + " VALUES ('2020-01-01', UTC_TIMESTAMP(6) - INTERVAL 1 HOUR, 'SIGNED_OUT')");
            seals.sealAll();
            assertThat(verification.verify("").findings())
                    .singleElement()
                    .asString()
                    .contains("have times outside the period between the previous seal and this one");
        }
    }

    @Test
    void FIELD_A14_an_entry_that_is_dated_ahead_is_under_no_seal_before_its_time() {
        try (var tampering = new Tampering(jdbcUrl)) {
            tampering.with("INSERT INTO audit_entry (occurred_at, recorded_at, action)"
                    + " VALUES (UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL 1 HOUR, 'SIGNED_OUT')");
            record("after it");
            seals.sealAll();
            assertThat(verification.verify("").unsealedEntries()).isEqualTo(2);
        }
    }

    @Test
    void FIELD_A14_the_trail_of_an_older_installation_that_was_sealed_all_at_once_is_whole() {
        try (var tampering = new Tampering(jdbcUrl)) {
            tampering.with("DELETE FROM audit_seal");
            tampering.with("DELETE FROM audit_entry");
            tampering.with("INSERT INTO audit_entry (id, occurred_at, recorded_at, action)"
                    + " SELECT seq, UTC_TIMESTAMP(6) - INTERVAL (2000 - seq) HOUR,"
                    + " UTC_TIMESTAMP(6) - INTERVAL (2000 - seq) HOUR, 'SIGNED_OUT' FROM seq_1_to_1100");
            seals.sealAll();
            record("and on");
            seals.sealAll();

            assertThat(verification.verify("").findings()).isEmpty();
        }
    }

    private List<String> findingsAfter(String sql, Object... arguments) {
        try (var tampering = new Tampering(jdbcUrl)) {
            tampering.with(sql, arguments);
            return verification.verify("").findings();
        }
    }

    private long sealedEntry() {
        var id = record("sealed");
        seals.sealAll();
        return id;
    }

    private long record(String detail) {
        trail.record(AuditAction.SIGNED_OUT, null, null, "somebody", detail);
        return jdbc.queryForObject("SELECT MAX(id) FROM audit_entry WHERE detail = ?", Long.class, detail);
    }

    private long lastSeal() {
        return jdbc.queryForObject("SELECT MAX(id) FROM audit_seal", Long.class);
    }
}
