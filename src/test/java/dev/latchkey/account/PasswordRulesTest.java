package dev.latchkey.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PasswordRulesTest {

    private static final String CRAB = "🦀";

    @Test
    void by_default_length_alone_counts_and_it_counts_code_points() {
        var rules = PasswordRules.DEFAULT;

        assertThat(rules.faultsOf(CRAB.repeat(7))).containsExactly(PasswordFault.TOO_SHORT);
        assertThat(rules.faultsOf(CRAB.repeat(8))).isEmpty();
        assertThat(rules.faultsOf(CRAB.repeat(128))).isEmpty();
        assertThat(rules.faultsOf(CRAB.repeat(129))).containsExactly(PasswordFault.TOO_LONG);
        assertThat(rules.faultsOf("eight of")).isEmpty();
    }

    @Test
    void every_rule_of_composition_is_told_when_it_is_broken() {
        var rules = new PasswordRules(12, true, true, true, true);

        assertThat(rules.faultsOf(""))
                .containsExactly(
                        PasswordFault.TOO_SHORT,
                        PasswordFault.NO_UPPER_CASE_LETTER,
                        PasswordFault.NO_LOWER_CASE_LETTER,
                        PasswordFault.NO_DIGIT,
                        PasswordFault.NO_SPECIAL_CHARACTER);
        assertThat(rules.faultsOf("Äpfel 4 alle")).isEmpty();
        assertThat(rules.faultsOf("äpfel 4 alle")).containsExactly(PasswordFault.NO_UPPER_CASE_LETTER);
        assertThat(rules.faultsOf("Äpfel4alleee")).containsExactly(PasswordFault.NO_SPECIAL_CHARACTER);
    }

    @Test
    void the_minimum_is_from_8_to_64() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordRules(7, false, false, false, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordRules(65, false, false, false, false));
        assertThat(new PasswordRules(64, false, false, false, false).faultsOf("x".repeat(64)))
                .isEmpty();
    }
}
