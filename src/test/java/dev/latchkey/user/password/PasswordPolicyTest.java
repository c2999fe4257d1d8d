package dev.latchkey.user.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.account.EmailDomains;
import dev.latchkey.account.PasswordFault;
import dev.latchkey.account.PasswordRules;
import dev.latchkey.common.RefusedException;
import dev.latchkey.common.Versioned;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Refusals;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.invitation.InvitationResult;
import dev.latchkey.user.invitation.Invitations;
import dev.latchkey.user.settings.AccountSettings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

@LatchkeyTest
class PasswordPolicyTest {

    private static final List<String> KNOWN = List.of("Zoë Lindqvist", "zoe.lindqvist@example.com");

    @Autowired
    private PasswordPolicy policy;

    @Autowired
    private AccountSettings settings;

    @Autowired
    private Invitations invitations;

    @Autowired
    private PasswordEncoder passwordEncoder;

    @Autowired
    private People people;

    @Autowired
    private AuditLines trail;

    private Person administrator;

    @BeforeEach
    void onlyAnAdministrator() {
        people.startOver();
        administrator = people.administrator();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"password", "Password1", "PASSWORD123", "1q2w3e4r5t", "qwertyuiop", "p@ssw0rd", "ｐａｓｓｗｏｒｄ1"})
    void a_common_password_is_refused_whatever_its_case_and_width(String password) {
        assertThat(policy.faultsOf(password, KNOWN)).containsExactly(PasswordFault.COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoe.lindqvist@example.com",
                "Zoe.Lindqvist",
                "zoë lindqvist!",
                "ZOËLINDQVIST",
                "Example Inc",
                "LatchKey"
            })
    void so_is_what_anybody_knows(String password) {
        assertThat(policy.faultsOf(password, KNOWN)).containsExactly(PasswordFault.OBVIOUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latchkey-demo", "four old tractors", "zoe.lindqvist.and.the.owl", "!!!!%%%%!"})
    void a_long_enough_one_that_nobody_would_try_first_is_not(String password) {
        assertThat(policy.faultsOf(password, KNOWN)).isEmpty();
    }

    @Test
    void a_password_is_measured_and_hashed_in_one_form_whatever_keyboard_it_came_from() {
        var composed = "caf\u00e9 au lait";
        var decomposed = "cafe\u0301 au lait";

        assertThat(passwordEncoder.matches(decomposed, passwordEncoder.encode(composed)))
                .isTrue();
        assertThat(policy.faultsOf("e\u0301".repeat(7), KNOWN)).containsExactly(PasswordFault.TOO_SHORT);
    }

    @Test
    void FIELD_A1_a_new_password_that_is_too_long_is_told_so_and_nothing_else() {
        var dear = "a" + "\u0315".repeat(50_000) + "\u0300".repeat(50_000);

        assertThat(policy.faultsOf(dear, KNOWN)).containsExactly(PasswordFault.TOO_LONG);
        assertThat(policy.faultsOf("four old tractors", List.of(dear, dear + "@example.com")))
                .isEmpty();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> policy.require("x".repeat(129), KNOWN))
                .withMessage("form.password.too-long")
                .matches(refused -> List.of(refused.arguments()).equals(List.of(8, 128)));
    }

    @Test
    void the_account_may_ask_for_more_and_the_trail_says_who_did_and_what_stands_stays_valid() {
        var rules = new PasswordRules(14, true, false, true, false);
        people.does(
                administrator,
                () -> settings.changePasswordRules(
                        administrator.id(),
                        new Versioned<>(settings.passwordRules().version(), rules)));

        assertThat(policy.rules()).isEqualTo(rules);
        assertThat(policy.faultsOf("four old cows", KNOWN))
                .containsExactly(PasswordFault.TOO_SHORT, PasswordFault.NO_UPPER_CASE_LETTER, PasswordFault.NO_DIGIT);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> policy.require("four old cows", KNOWN))
                .matches(refused -> List.of(refused.arguments()).equals(List.of(14, 128)));
        assertThat(trail.by(administrator).getLast().withoutSubject())
                .isEqualTo("PASSWORD_RULES_CHANGED 14, UPPER_CASE, DIGIT");
        assertThat(passwordEncoder.matches(People.PASSWORD, people.passwordHashOf(administrator)))
                .isTrue();
    }

    private void allow(EmailDomains domains) {
        settings.changeEmailDomains(
                administrator.id(), new Versioned<>(settings.emailDomains().version(), domains));
    }

    @Test
    void addresses_of_other_domains_are_not_invited_and_users_who_are_there_stay() {
        invite("early@example.org");
        var early = people.idOf("early@example.org");
        people.does(administrator, () -> allow(EmailDomains.parse("example.com example.net")));

        assertThat(invite("new@example.com")).isEqualTo(InvitationResult.INVITED);
        assertRefused(() -> invite("new@example.org"));
        assertRefused(() -> invite("new@sub.example.com"));
        assertRefused(() -> people.does(administrator, () -> invitations.sendAgain(administrator.id(), early)));
        assertThat(people.idOf("early@example.org")).isEqualTo(early);
        people.does(administrator, () -> allow(EmailDomains.ALL));
        assertThat(invite("new@example.org")).isEqualTo(InvitationResult.INVITED);
    }

    private InvitationResult invite(String email) {
        return people.as(
                administrator, () -> invitations.invite(administrator.id(), new EmailAddress(email), Set.of()));
    }

    private static void assertRefused(Runnable action) {
        Refusals.assertRefused(action, "add-user.domain-refused");
    }
}
