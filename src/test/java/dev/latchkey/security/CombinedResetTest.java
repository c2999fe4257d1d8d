package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.account.SecretDelivery;
import dev.latchkey.common.RefusedException;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.LogCanary;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.PasswordLinks;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Refusals;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.twofactor.directory.MemberDirectory;
import dev.latchkey.twofactor.directory.MemberFilter;
import dev.latchkey.twofactor.directory.MemberOrder;
import dev.latchkey.twofactor.reset.BreakGlass;
import dev.latchkey.twofactor.reset.TwoFactorReset;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.password.reset.PasswordReset;
import dev.latchkey.user.password.reset.PasswordResetHold;
import dev.latchkey.user.password.reset.SingleMailboxRule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** One mailbox must not give away both factors. */
@SecurityTest
class CombinedResetTest {

    private static final String NEW_PASSWORD = LogCanary.mustNotBeLogged("medlar-canary-causeway");
    private static final String HELD = "an administrator must approve your password reset";
    private static final String WAITING = "needs your approval";

    @Autowired
    private People people;

    @Autowired
    private TwoFactorReset twoFactorReset;

    @Autowired
    private PasswordResetHold hold;

    @Autowired
    private SingleMailboxRule mailbox;

    @Autowired
    private PasswordReset reset;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private MemberDirectory members;

    @Autowired
    private BreakGlass breakGlass;

    @Autowired
    private MovableClock clock;

    @Autowired
    private AuditLines trail;

    private Person administrator;
    private Person helper;
    private Person person;

    @BeforeEach
    void somebodyWithACode() {
        people.startOver();
        administrator = people.administrator();
        helper = people.administrator();
        person = people.member();
        people.enrol(person);
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void AC_S_14_PEER_51_while_a_two_factor_reset_is_young_no_link_is_sent_and_administrators_are_alerted_once() {
        resetTwoFactor();
        links.ask(person.email());
        links.ask(person.email());

        assertThat(new Mailbox(person.email()).await(2, HELD).text()).doesNotContain("/reset-password/");
        assertThat(links.tokensOf(person)).isEmpty();
        assertThat(new Mailbox(administrator.email()).await(1, WAITING).text())
                .contains(person.email())
                .contains("https://latchkey.example/access-management/users");
        assertThat(new Mailbox(administrator.email())
                        .mails().stream().filter(mail -> mail.subject().contains(WAITING)))
                .hasSize(1);
        assertThat(count("PASSWORD_RESET_HELD")).isOne();
        assertThat(member().passwordResetWaits()).isTrue();
    }

    @Test
    void AC_S_14_break_glass_ends_the_hold_for_the_secret_that_it_prints_is_in_no_mailbox() {
        resetTwoFactor();
        breakGlass.reopen(new EmailAddress(person.email()));

        assertThat(reset.openTo(links.tokenFor(person))).isPresent();
    }

    @Test
    void AC_S_14_PEER_51_a_link_of_before_the_two_factor_reset_does_not_work_after_it() {
        var before = links.tokenFor(person);

        resetTwoFactor();

        assertThat(reset.openTo(before)).isEmpty();
        assertThat(reset.choose(before, NEW_PASSWORD)).isFalse();
    }

    @Test
    void AC_S_14_an_administrators_word_sends_the_link_and_a_further_two_factor_reset_takes_it_back() {
        resetTwoFactor();
        links.ask(person.email());

        people.does(administrator, () -> hold.end(administrator.id(), person.id()));

        links.settle();
        new Mailbox(person.email()).await(1, PasswordLinks.SUBJECT);
        var token = links.tokensOf(person).getLast();
        assertThat(count("PASSWORD_RESET_ALLOWED")).isOne();
        assertThat(member().passwordResetWaits()).isFalse();
        assertThat(reset.openTo(token)).isPresent();
        resetTwoFactor();
        assertThat(reset.choose(token, NEW_PASSWORD)).isFalse();
        assertThatExceptionOfType(RefusedException.class)
                .as("nobody has asked since")
                .isThrownBy(() -> people.does(administrator, () -> hold.end(administrator.id(), person.id())));
    }

    @Test
    void AC_S_14_it_is_the_word_of_another_who_manages_users() {
        var auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        var second = people.administrator();
        people.enrol(second);
        people.does(
                administrator, () -> twoFactorReset.reset(administrator.id(), second.id(), SecretDelivery.BY_EMAIL));
        links.ask(second.email());

        Refusals.assertRefused(
                () -> people.does(second, () -> hold.end(second.id(), second.id())),
                "access.refused.own-password-reset");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> people.does(auditor, () -> hold.end(auditor.id(), second.id())));
        assertThat(new Mailbox(second.email()).mails())
                .as("nobody is asked for a word about themselves")
                .noneMatch(mail -> mail.subject().contains(WAITING));
    }

    @Test
    void FIELD_A10_none_of_several_who_have_reset_the_second_factor_allows_the_password_too() {
        var another = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);
        resetTwoFactor();
        people.does(another, () -> twoFactorReset.reset(another.id(), person.id(), SecretDelivery.BY_EMAIL));
        links.ask(person.email());

        for (var resetter : List.of(helper, another)) {
            Refusals.assertRefused(
                    () -> people.does(resetter, () -> hold.end(resetter.id(), person.id())),
                    "access.refused.own-two-factor-reset");
            assertThat(new Mailbox(resetter.email()).mails())
                    .noneMatch(mail -> mail.subject().contains(WAITING));
        }
        people.does(administrator, () -> hold.end(administrator.id(), person.id()));

        clock.advance(mailbox.window());
        people.does(another, () -> twoFactorReset.reset(another.id(), person.id(), SecretDelivery.BY_EMAIL));
        links.ask(person.email());
        people.does(helper, () -> hold.end(helper.id(), person.id()));
    }

    @Test
    void AC_S_14_after_that_the_link_comes_as_ever() {
        resetTwoFactor();
        links.ask(person.email());
        clock.advance(mailbox.window().minusSeconds(1));
        links.ask(person.email());
        assertThat(links.tokensOf(person)).isEmpty();
        clock.advance(Duration.ofSeconds(1));

        assertThat(member().passwordResetWaits()).isFalse();
        assertThat(reset.choose(links.tokenFor(person), NEW_PASSWORD)).isTrue();
    }

    @Test
    void AC_S_14_for_a_while_after_a_password_by_mail_administrators_see_that_before_they_reset_the_second_factor() {
        assertThat(member().passwordJustReset()).isFalse();
        reset.choose(links.tokenFor(person), NEW_PASSWORD);
        assertThat(member().passwordJustReset()).isTrue();
        clock.advance(mailbox.window());

        assertThat(member().passwordJustReset()).isFalse();
    }

    private void resetTwoFactor() {
        people.does(helper, () -> twoFactorReset.reset(helper.id(), person.id(), SecretDelivery.BY_EMAIL));
    }

    private int count(String action) {
        return trail.count(action, person);
    }

    private Member member() {
        var filter = new MemberFilter(person.email(), null, null);
        return people.as(administrator, () -> members.page(filter, MemberOrder.NAME, false, 0, 1))
                .getFirst();
    }
}
