package dev.latchkey.twofactor.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.SecretDelivery;
import dev.latchkey.common.text.Language;
import dev.latchkey.demo.ReadableMail;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.Outbox;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import dev.latchkey.support.Words;
import dev.latchkey.twofactor.challenge.SignInSecrets;
import dev.latchkey.twofactor.reset.TwoFactorReset;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.UserReference;
import dev.latchkey.user.UserService;
import dev.latchkey.user.invitation.Invitations;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@LatchkeyTest
class MailLanguageTest {

    @Autowired
    private People people;

    @Autowired
    private UserService users;

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxPump pump;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private SignInSecrets signInSecrets;

    @Autowired
    private TwoFactorReset reset;

    @Autowired
    private Invitations invitations;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TheAccount account;

    private Person administrator;
    private Person reader;

    @BeforeEach
    void anAdministratorAndAReader() {
        people.startOver();
        administrator = people.administrator();
        people.enrol(administrator);
        clock.toNextStep();
        reader = people.member();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @ParameterizedTest
    @EnumSource
    void every_notice_is_in_the_readers_language_whatever_that_of_its_cause(Language language) {
        reads(reader, language);
        transaction.executeWithoutResult(status -> {
            SecurityNotice.PLAIN.forEach(notice -> outbox.enqueue(notice, reader.id()));
            SecurityNotice.ABOUT_A_USER.forEach(
                    notice -> outbox.enqueue(notice, reader.id(), new UserReference(administrator.id())));
            outbox.enqueue(SecurityNotice.RECOVERY_CODE_USED, reader.id(), 7);
        });
        pump.run();

        assertSpoken(language, reader.email(), SecurityNotice.PLAIN.size() + SecurityNotice.ABOUT_A_USER.size() + 1);
    }

    @ParameterizedTest
    @EnumSource
    void every_mail_with_a_secret_or_about_one_is_in_the_readers_language(Language language) {
        reads(reader, language);
        enforce();
        signInSecrets.ensureAfterPassword(reader.id());
        people.does(reader, () -> signInSecrets.mailAgain(reader.id()));
        pump.run();
        people.does(administrator, () -> reset.reset(administrator.id(), reader.id(), SecretDelivery.BY_EMAIL));
        pump.run();

        assertSpoken(language, reader.email(), 4);
    }

    @ParameterizedTest
    @EnumSource
    void the_mail_that_announces_a_secret_on_screen_is_in_the_readers_language(Language language) {
        reads(reader, language);
        account.deliverBy(administrator, SecretDelivery.ON_SCREEN);
        enforce();

        assertSpoken(language, reader.email(), 1);
    }

    @ParameterizedTest
    @EnumSource
    void every_mail_about_a_password_is_in_the_readers_language(Language language) {
        reads(reader, language);
        transaction.executeWithoutResult(status -> {
            outbox.enqueue(MailKind.ofMoment("PASSWORD_RESET"), reader.id(), clock.instant());
            outbox.enqueue(MailKind.plain("PASSWORD_RESET_DONE"), reader.id());
            outbox.enqueue(MailKind.plain("PASSWORD_CHANGED"), reader.id());
        });
        pump.run();
        people.enrol(reader);
        clock.toNextStep();
        people.does(administrator, () -> reset.reset(administrator.id(), reader.id(), SecretDelivery.BY_EMAIL));
        transaction.executeWithoutResult(status -> {
            outbox.enqueue(MailKind.plain("PASSWORD_RESET_HELD"), reader.id());
            outbox.enqueue(UserReference.kind("PASSWORD_RESET_WAITING"), reader.id(), new UserReference(reader.id()));
        });
        pump.run();

        assertSpoken(language, reader.email(), 8);
    }

    @ParameterizedTest
    @EnumSource
    void an_invitation_is_in_the_language_of_whoever_invites(Language language) {
        reads(administrator, language);
        var invited = UUID.randomUUID() + "@example.com";
        people.does(
                administrator,
                () -> invitations.invite(
                        administrator.id(), EmailAddress.parse(invited).orElseThrow(), Set.of()));
        pump.run();

        assertSpoken(language, invited, 1);
    }

    private void reads(Person person, Language language) {
        people.does(person, () -> users.chooseLanguage(person.id(), language));
    }

    private void enforce() {
        account.enforceBy(administrator);
        pump.run();
    }

    private static void assertSpoken(Language language, String address, int mails) {
        var words = new Words(language);
        assertThat(new Mailbox(address).mails()).hasSize(mails).allSatisfy(mail -> {
            assertThat(mail.subject()).matches(words::contain);
            assertThat(mail.text().lines()).allMatch(words::contain);
            assertThat(mail.html()).contains("lang=\"" + language.locale().getLanguage() + "\"");
            assertThat(texts(mail)).doesNotContain("??", "{0", "{1", "{2", "{3");
        });
    }

    private static String texts(ReadableMail mail) {
        return mail.subject() + mail.text() + mail.html();
    }
}
