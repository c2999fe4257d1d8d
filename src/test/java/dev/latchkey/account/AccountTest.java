package dev.latchkey.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.common.StaleVersionException;
import dev.latchkey.common.Versioned;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final PasswordRules STRICT = new PasswordRules(20, true, true, true, true);
    private static final EmailDomains OURS = EmailDomains.parse("example.com");

    private final Account founded = Account.founded("Example Inc");

    @Test
    void a_new_account_decides_nothing_for_anybody() {
        assertThat(founded.isTwoFactorEnforcedAt(Instant.MAX)).isFalse();
        assertThat(founded.mailsSecrets()).isTrue();
        assertThat(founded.passwordRules()).isEqualTo(PasswordRules.DEFAULT);
        assertThat(founded.emailDomains()).isEqualTo(EmailDomains.ALL);
    }

    @Test
    void each_part_moves_its_own_version_alone() {
        var changed = founded.asking(new Versioned<>(0, STRICT))
                .inviting(new Versioned<>(0, OURS))
                .delivering(SecretDelivery.ON_SCREEN);

        assertThat(changed)
                .isEqualTo(new Account(
                        1, null, "Example Inc", "", null, 0, SecretDelivery.ON_SCREEN, STRICT, 1, OURS, 1, 0));
    }

    @Test
    void a_part_that_is_of_another_version_is_not_changed() {
        var changed = founded.asking(new Versioned<>(0, STRICT)).inviting(new Versioned<>(0, OURS));

        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> changed.asking(new Versioned<>(0, PasswordRules.DEFAULT)));
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> changed.inviting(new Versioned<>(0, EmailDomains.ALL)));
    }
}
