package dev.latchkey.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.common.Versioned;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@LatchkeyTest
class AccountServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-27T03:04:05.123456Z");
    private static final PasswordRules STRICT = new PasswordRules(20, true, true, true, true);
    private static final EmailDomains OURS = EmailDomains.parse("example.com, example.org");

    @Autowired
    private AccountService accounts;

    @Autowired
    private AccountRepository repository;

    @Autowired
    private People people;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void anAccount() {
        people.startOver();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void parts_that_are_saved_at_the_same_moment_undo_nothing_of_each_other() throws Exception {
        for (var round = 0; round < 10; round++) {
            people.startOver();
            var seen = accounts.current();

            Parallel.each(
                    List.<Runnable>of(
                            () -> accounts.setPasswordRules(new Versioned<>(seen.passwordRulesVersion(), STRICT)),
                            () -> accounts.setEmailDomains(new Versioned<>(seen.emailDomainsVersion(), OURS)),
                            () -> accounts.enforce(seen, NOW)),
                    part -> {
                        transaction.executeWithoutResult(status -> part.run());
                        return true;
                    });

            var saved = accounts.current();
            assertThat(saved.passwordRules()).isEqualTo(STRICT);
            assertThat(saved.emailDomains()).isEqualTo(OURS);
            assertThat(saved.enforcedSince()).isEqualTo(NOW);
            assertThat(saved.enforcementVersion()).isEqualTo(seen.enforcementVersion() + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 8", "100, 64"})
    void a_minimum_that_was_written_by_hand_counts_as_the_nearest_that_is_allowed(int written, int counts) {
        jdbc.update("UPDATE account SET password_minimum_length = ?, password_digit = TRUE", written);

        assertThat(accounts.current().passwordRules()).isEqualTo(new PasswordRules(counts, false, false, true, false));
    }

    @Test
    void an_enforcement_that_began_meanwhile_is_not_taken_back_by_a_save() {
        var seen = accounts.current();
        transaction.executeWithoutResult(status -> accounts.enforce(seen, NOW));

        repository.save(seen.delivering(SecretDelivery.ON_SCREEN));

        var saved = accounts.current();
        assertThat(saved.isTwoFactorEnforcedAt(NOW)).isTrue();
        assertThat(saved.enforcementVersion()).isEqualTo(seen.enforcementVersion() + 1);
        assertThat(saved.secretDelivery()).isEqualTo(SecretDelivery.ON_SCREEN);
    }

    @Test
    void what_was_read_before_another_save_is_not_saved() {
        var seen = accounts.current();
        repository.save(seen.delivering(SecretDelivery.ON_SCREEN));

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> repository.save(seen.asking(new Versioned<>(seen.passwordRulesVersion(), STRICT))));
        assertThat(accounts.passwordRules()).isEqualTo(PasswordRules.DEFAULT);
    }
}
