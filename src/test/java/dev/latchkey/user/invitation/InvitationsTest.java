package dev.latchkey.user.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.EmailDomains;
import dev.latchkey.common.Versioned;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Refusals;
import dev.latchkey.twofactor.signup.SignUp;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.UserName;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.address.AddressList;
import dev.latchkey.user.administration.UserAdministration;
import dev.latchkey.user.settings.AccountSettings;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@LatchkeyTest
class InvitationsTest {

    @Autowired
    private Invitations invitations;

    @Autowired
    private UserAdministration administration;

    @Autowired
    private MovableClock clock;

    @Autowired
    private AccountSettings settings;

    @Autowired
    private SignUp signUp;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private People people;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    private Person administrator;

    @BeforeEach
    void anAdministrator() {
        people.startOver();
        administrator = people.administrator();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void FIELD_P3_the_name_that_came_with_the_address_is_proposed_at_the_sign_up_and_is_no_name_before() {
        var list = AddressList.read("\"Babbage, Charles\" <charles" + administrator.id() + "@example.org>");
        var found = (AddressList.Item.Found) list.items().getFirst();
        people.does(
                administrator, () -> invitations.invite(administrator.id(), found.address(), found.name(), Set.of()));
        outbox.run();
        var token = Mailbox.tokenOf(new Mailbox(found.address().value()).await(1, "You're invited"), "signup");

        assertThat(signUp.proposedName(token)).isEqualTo("Babbage, Charles");
        assertThat(signUp.proposedName("no-such-token")).isEmpty();
        assertThat(jdbc.queryForObject(
                        "SELECT name FROM users WHERE email = ?",
                        String.class,
                        found.address().value()))
                .isEmpty();
    }

    @Test
    void FIELD_A17_an_address_that_is_removed_and_invited_anew_gets_no_more_invitations_for_that() {
        for (var i = 0; i < 3; i++) {
            assertThat(invite("again@example.org", "")).isEqualTo(InvitationResult.INVITED);
            outbox.run();
            new Mailbox("again@example.org").await(i + 1, "You're invited");
            remove("again@example.org");
        }

        Refusals.assertRefused(() -> invite("again@example.org", ""), "access.refused.too-many-invitations");
        clock.advance(Duration.ofHours(1));
        assertThat(invite("again@example.org", "")).isEqualTo(InvitationResult.INVITED);
    }

    private void remove(String email) {
        var id = people.idOf(email);
        people.does(administrator, () -> administration.remove(administrator.id(), id, UserStatus.INVITED));
    }

    @Test
    void FIELD_P3_a_proposed_name_that_could_be_none_is_dropped_and_never_cut() {
        assertThat(invite("ada@example.org", "a".repeat(101))).isEqualTo(InvitationResult.INVITED);

        assertThat(jdbc.queryForObject("SELECT proposed_name FROM users WHERE email = 'ada@example.org'", String.class))
                .isEmpty();
    }

    @Test
    void FIELD_P6_who_is_known_already_is_said_to_be_active_pending_or_disabled() {
        var member = people.member();

        assertThat(invite(member.email(), "")).isEqualTo(InvitationResult.ACTIVE_ALREADY);
        people.disable(member);
        assertThat(invite(member.email(), "")).isEqualTo(InvitationResult.DISABLED_ALREADY);
        people.setStatus(member, UserStatus.INVITED);
        assertThat(invite(member.email(), "")).isEqualTo(InvitationResult.INVITED_ALREADY);
        assertThat(people.as(administrator, () -> invitations.known(new EmailAddress(member.email()))))
                .map(UserName::id)
                .contains(member.id());
    }

    @Test
    void FIELD_T2_a_domain_is_allowed_and_a_user_is_known_however_they_are_written() {
        people.does(
                administrator,
                () -> settings.changeEmailDomains(
                        administrator.id(),
                        new Versioned<>(settings.emailDomains().version(), EmailDomains.parse("bücher.example"))));

        assertThat(invite("info@xn--bcher-kva.example", "")).isEqualTo(InvitationResult.INVITED);
        assertThat(invite("\ufeffINFO@b\u00fccher.example\u00a0", "")).isEqualTo(InvitationResult.INVITED_ALREADY);
        assertThat(invite("info@bu\u0308cher\u3002example", "")).isEqualTo(InvitationResult.INVITED_ALREADY);
    }

    @Test
    void an_invitation_that_waits_is_dropped_once_its_domain_is_no_longer_allowed() {
        // Or it might leave before it is put off
        transaction.executeWithoutResult(ends -> {
            invite("late@elsewhere.example", "");
            outbox.putOff(people.idOf("late@elsewhere.example"), clock.instant().plusSeconds(30));
        });
        var late = new Person(people.idOf("late@elsewhere.example"), "late@elsewhere.example");
        people.does(
                administrator,
                () -> settings.changeEmailDomains(
                        administrator.id(),
                        new Versioned<>(settings.emailDomains().version(), EmailDomains.parse("example.com"))));

        clock.advance(Duration.ofMinutes(1));
        outbox.run();

        assertThat(outbox.statusesTo(late)).containsExactly("SUPERSEDED");
    }

    private InvitationResult invite(String typed, String name) {
        var email = EmailAddress.parse(typed).orElseThrow();
        return people.as(administrator, () -> invitations.invite(administrator.id(), email, name, Set.of()));
    }
}
