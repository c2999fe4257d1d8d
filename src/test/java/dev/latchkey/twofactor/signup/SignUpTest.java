package dev.latchkey.twofactor.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.common.RefusedException;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.LogCanary;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.enrolment.EnrolmentResult;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import dev.latchkey.user.invitation.InvitationResult;
import dev.latchkey.user.invitation.Invitations;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LatchkeyTest
class SignUpTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PASSWORD = LogCanary.mustNotBeLogged("olive-canary-lantern");

    @Autowired
    private SignUp signUp;

    @Autowired
    private Invitations invitations;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private UserService users;

    @Autowired
    private People people;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TheAccount account;

    private Person administrator;
    private EmailAddress address;

    @BeforeEach
    void anAdministratorAndAnAddress() {
        people.startOver();
        administrator = people.administrator();
        people.enrol(administrator);
        clock.toNextStep();
        address = EmailAddress.parse("newcomer" + NUMBER.incrementAndGet() + "@example.com")
                .orElseThrow();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void an_invited_person_joins_with_name_and_password_once() {
        var token = invite();

        assertThat(signUp.invitedAddress(token)).contains(address.value());
        assertThat(signUp.join(token, "Nia New", PASSWORD)).isInstanceOf(SignUpResult.Done.class);
        assertThat(newcomer().isActive()).isTrue();
        assertThat(signUp.join(token, "Another", PASSWORD)).isEqualTo(new SignUpResult.Closed());
        assertThat(newcomer().name()).isEqualTo("Nia New");
        assertThat(twoFactor.isCodeRequired(newcomer().id())).isFalse();
    }

    @Test
    void of_32_who_use_one_invitation_at_once_one_joins() throws Exception {
        var token = invite();

        assertThat(Parallel.times(
                        32,
                        () -> Parallel.unlessBusy(
                                () -> signUp.join(token, "Nia New", PASSWORD), new SignUpResult.Closed())))
                .filteredOn(SignUpResult.Done.class::isInstance)
                .hasSize(1);
    }

    @Test
    void under_enforcement_nobody_is_a_user_before_the_first_right_code() {
        var token = invite();
        account.enforceBy(administrator);
        var proposed = ((SignUpResult.CodeNeeded) signUp.join(token, "Nia New", PASSWORD)).proposed();
        var app = new AuthenticatorApp(proposed.secret().base32(), clock);

        assertThat(signUp.joinWithCode(token, "Nia New", PASSWORD, proposed, "12"))
                .isEqualTo(new SignUpResult.CodeRefused(new EnrolmentResult.Malformed()));
        assertThat(signUp.joinWithCode(token, "Nia New", PASSWORD, proposed, app.codeAhead(Duration.ofMinutes(3))))
                .isEqualTo(new SignUpResult.CodeRefused(new EnrolmentResult.ClockOff(Duration.ofMinutes(3))));
        assertThat(newcomer().isActive()).isFalse();
        assertThat(signUp.joinWithCode(token, "Nia New", PASSWORD, proposed, app.code()))
                .isInstanceOf(SignUpResult.Done.class);

        assertThat(newcomer().isActive()).isTrue();
        assertThat(twoFactor.verifyAtSignIn(newcomer().id(), app.code())).isEqualTo(new CodeResult.Wrong());
        clock.toNextStep();
        assertThat(twoFactor.verifyAtSignIn(newcomer().id(), app.code())).isEqualTo(new CodeResult.Accepted());
        outbox.run();
        var mailbox = new Mailbox(address.value());
        mailbox.await(1, "two-factor authentication is on");
        assertThat(mailbox.mails()).noneMatch(mail -> mail.text().contains("Secret Key"));
    }

    @Test
    void an_invitation_lives_seven_days() {
        var token = invite();
        clock.advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(signUp.invitedAddress(token)).isPresent();
        clock.advance(Duration.ofSeconds(1));

        assertThat(signUp.invitedAddress(token)).isEmpty();
        assertThat(signUp.join(token, "Nia New", PASSWORD)).isEqualTo(new SignUpResult.Closed());
    }

    @Test
    void an_invitation_that_is_sent_again_voids_the_one_before() {
        var first = invite();
        people.does(
                administrator,
                () -> invitations.sendAgain(administrator.id(), newcomer().id()));
        outbox.run();
        var second = token(2);

        assertThat(signUp.invitedAddress(first)).isEmpty();
        assertThat(signUp.join(second, "Nia New", PASSWORD)).isInstanceOf(SignUpResult.Done.class);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> people.does(
                        administrator,
                        () -> invitations.sendAgain(
                                administrator.id(), newcomer().id())));
    }

    @Test
    void an_address_is_invited_once() {
        invite();

        assertThat(people.as(administrator, () -> invitations.invite(administrator.id(), address, Set.of())))
                .isEqualTo(InvitationResult.INVITED_ALREADY);
        assertThat(outbox.recipientsOf("INVITATION")).containsExactly(people.idOf(address.value()));
    }

    private String invite() {
        assertThat(people.as(administrator, () -> invitations.invite(administrator.id(), address, Set.of())))
                .isEqualTo(InvitationResult.INVITED);
        outbox.run();
        return token(1);
    }

    private String token(int mails) {
        var mail = new Mailbox(address.value()).await(mails, "You're invited");
        assertThat(mail.text()).contains("https://latchkey.example/signup/");
        return Mailbox.tokenOf(mail, "signup");
    }

    private User newcomer() {
        return users.findByEmail(address).orElseThrow();
    }
}
