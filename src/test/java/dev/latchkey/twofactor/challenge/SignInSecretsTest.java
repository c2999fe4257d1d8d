package dev.latchkey.twofactor.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.account.SecretDelivery;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.Outbox;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MoodySmtp;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Refusals;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.enrolment.ProposedEnrolment;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.secret.SecretMail;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@LatchkeyTest
class SignInSecretsTest {

    @Autowired
    private SignInSecrets signInSecrets;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private JavaMailSenderImpl mailSender;

    @Autowired
    private TheAccount account;

    @Autowired
    private AuditLines trail;

    private Person administrator;
    private Person plain;

    @BeforeEach
    void anAdministratorWithAnAppAndSomebodyWithout() {
        people.startOver();
        administrator = people.administrator();
        people.enrol(administrator);
        plain = people.member();
        clock.toNextStep();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void the_code_step_tells_when_a_secret_was_mailed_as_long_as_that_works() {
        var mailedAt = clock.instant();
        account.enforceBy(administrator);
        outbox.run();

        assertThat(challenge(OptionalLong.empty()))
                .isEqualTo(new Challenge.MailedSecret(Challenge.MailState.SENT, Optional.of(mailedAt)));
        clock.advance(Duration.ofHours(72));
        assertThat(challenge(OptionalLong.empty()))
                .isEqualTo(new Challenge.MailedSecret(Challenge.MailState.EXPIRED, Optional.empty()));
    }

    @Test
    void what_is_shown_on_screen_is_a_new_secret_for_each_sign_in_and_the_same_within_one() {
        account.deliverBy(administrator, SecretDelivery.ON_SCREEN);
        account.enforceBy(administrator);

        var first = shown(OptionalLong.empty());
        var same = shown(OptionalLong.of(first.version()));
        var second = shown(OptionalLong.empty());

        assertThat(same.secret().base32()).isEqualTo(first.secret().base32());
        assertThat(second.secret().base32()).isNotEqualTo(first.secret().base32());
        assertThat(twoFactor.verifyAtSignIn(plain.id(), codeOf(first))).isEqualTo(new CodeResult.Wrong());
        assertThat(twoFactor.verifyAtSignIn(plain.id(), codeOf(second))).isEqualTo(new CodeResult.Accepted());
        assertThat(challenge(OptionalLong.empty())).isInstanceOf(Challenge.ProvenApp.class);
    }

    @Test
    void a_phone_whose_clock_is_off_is_told_so_by_what_the_screen_has_just_shown_and_by_nothing_else() {
        account.deliverBy(administrator, SecretDelivery.ON_SCREEN);
        account.enforceBy(administrator);
        var app = new AuthenticatorApp(shown(OptionalLong.empty()).secret().base32(), clock);

        assertThat(twoFactor.verifyAtSignIn(plain.id(), app.codeAhead(Duration.ofMinutes(-3))))
                .isEqualTo(new CodeResult.ClockOff(Duration.ofMinutes(-3)));
        assertThat(twoFactor.verifyAtSignIn(plain.id(), app.codeAhead(Duration.ofMinutes(30))))
                .isEqualTo(new CodeResult.Wrong());
        assertThat(twoFactor.verifyAtSignIn(plain.id(), app.code())).isEqualTo(new CodeResult.Accepted());
        assertThat(twoFactor.verifyAtSignIn(plain.id(), app.codeAhead(Duration.ofMinutes(3))))
                .as("a proven secret explains nothing to whoever guesses")
                .isEqualTo(new CodeResult.Wrong());
    }

    @Test
    void a_secret_can_be_emailed_again_three_times_an_hour_and_only_the_latest_works() {
        account.enforceBy(administrator);
        outbox.run();
        for (int i = 0; i < 3; i++) {
            mailAgain();
            outbox.run();
        }
        assertRefused("challenge.refused.too-many-mails");
        var keys =
                new Mailbox(plain.email()).mails().stream().map(Mailbox::keyOf).toList();
        var latest = new Mailbox(plain.email()).await(1, "your new set-up code");

        assertThat(twoFactor.verifyAtSignIn(plain.id(), new AuthenticatorApp(keys.getFirst(), clock).code()))
                .isEqualTo(new CodeResult.Wrong());
        assertThat(twoFactor.verifyAtSignIn(
                        plain.id(), Mailbox.scan(latest, clock).code()))
                .isEqualTo(new CodeResult.Accepted());
        clock.advance(Duration.ofHours(1));
        assertRefused("challenge.refused.not-mailed");
    }

    @Test
    void the_last_second_of_the_hour_counts_and_the_next_one_does_not() {
        account.enforceBy(administrator);
        for (var i = 0; i < Outbox.MESSAGES_AN_HOUR; i++) {
            mailAgain();
            outbox.run();
        }
        clock.advance(Duration.ofHours(1).minusSeconds(1));
        assertRefused("challenge.refused.too-many-mails");

        clock.advance(Duration.ofSeconds(2));
        mailAgain();
    }

    @Test
    void FIELD_T6_what_the_mail_server_has_not_taken_is_not_called_sent_and_uses_up_no_try() throws Exception {
        var port = mailSender.getPort();
        try {
            mailSender.setPort(closedPort());
            account.enforceBy(administrator);
            outbox.run();
            assertThat(mailState()).isEqualTo(Challenge.MailState.DELAYED);
            for (var i = 0; i < 5; i++) {
                mailAgain();
                assertThat(mailState()).isIn(Challenge.MailState.QUEUED, Challenge.MailState.DELAYED);
                outbox.run();
                assertThat(mailState()).isEqualTo(Challenge.MailState.DELAYED);
            }
        } finally {
            mailSender.setPort(port);
        }
        assertThat(new Mailbox(plain.email()).mails()).isEmpty();

        mailAgain();
        outbox.run();
        await().until(() -> mailState() == Challenge.MailState.SENT);
        var app = Mailbox.scan(new Mailbox(plain.email()).await(1, "your new set-up code"), clock);
        assertThat(new Mailbox(plain.email()).mails()).hasSize(1);
        assertThat(twoFactor.verifyAtSignIn(plain.id(), app.code())).isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void FIELD_T6_a_mail_that_was_refused_is_called_refused() throws Exception {
        var port = mailSender.getPort();
        try (var smtp = new MoodySmtp()) {
            mailSender.setPort(smtp.port());
            smtp.refuse(Set.of(plain.email()));
            account.enforceBy(administrator);
            outbox.run();

            await().until(() -> mailState() == Challenge.MailState.REFUSED);
            smtp.refuse(Set.of());
            mailAgain();
            outbox.run();
            await().until(() -> mailState() == Challenge.MailState.SENT);
        } finally {
            mailSender.setPort(port);
        }
    }

    @Test
    void whoever_owes_no_code_is_mailed_none() {
        assertRefused("challenge.refused.not-mailed");
    }

    @Test
    void where_secrets_are_shown_on_screen_none_is_mailed() {
        account.deliverBy(administrator, SecretDelivery.ON_SCREEN);
        account.enforceBy(administrator);

        assertRefused("challenge.refused.not-mailed");
    }

    @Test
    void a_secret_that_is_mailed_again_calls_back_the_mail_that_waits_and_is_audited() {
        account.enforceBy(administrator);
        outbox.run();
        outbox.putOff(plain.id(), clock.instant().plus(Duration.ofHours(1)));
        mailAgain();

        assertThat(outbox.statusesTo(plain, "SECRET_ENFORCED")).containsExactly("SUPERSEDED");
        assertThat(trail.on(plain))
                .filteredOn(line -> line.isBy(plain))
                .extracting(AuditLines.Line::inShort)
                .containsExactly("SECRET_EMAILED " + plain.email() + " SECRET_AGAIN");
    }

    @Test
    void the_password_step_mails_one_secret_and_no_second_as_long_as_that_works() {
        account.enforceBy(administrator);
        outbox.run();
        signInSecrets.ensureAfterPassword(plain.id());
        assertThat(mailsOf(SecretMail.SECRET_AT_SIGN_IN)).isZero();

        clock.advance(Duration.ofHours(72));
        signInSecrets.ensureAfterPassword(plain.id());
        signInSecrets.ensureAfterPassword(plain.id());
        assertThat(mailsOf(SecretMail.SECRET_AT_SIGN_IN)).isOne();
    }

    private Challenge.MailState mailState() {
        return ((Challenge.MailedSecret) challenge(OptionalLong.empty())).mail();
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Challenge challenge(OptionalLong shownVersion) {
        return people.as(plain, () -> signInSecrets.challengeOf(plain.id(), shownVersion));
    }

    private ProposedEnrolment shown(OptionalLong shownVersion) {
        return ((Challenge.ShownSecret) challenge(shownVersion)).shown();
    }

    private String codeOf(ProposedEnrolment shown) {
        return new AuthenticatorApp(shown.secret().base32(), clock).code();
    }

    private int mailsOf(MailKind<?> mail) {
        return outbox.statusesTo(plain, mail.name()).size();
    }

    private void mailAgain() {
        people.does(plain, () -> signInSecrets.mailAgain(plain.id()));
    }

    private void assertRefused(String messageKey) {
        Refusals.assertRefused(this::mailAgain, messageKey);
    }
}
