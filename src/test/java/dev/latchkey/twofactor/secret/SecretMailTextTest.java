package dev.latchkey.twofactor.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.SecretDelivery;
import dev.latchkey.demo.ReadableMail;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever has never seen an authenticator app can set one up by the mail alone. */
@LatchkeyTest
class SecretMailTextTest {

    @Autowired
    private People people;

    @Autowired
    private OutboxPump pump;

    @Autowired
    private TheAccount account;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcTemplate jdbc;

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
        jdbc.update("UPDATE account SET help_contact = ''");
        people.startOver();
    }

    @Test
    void it_is_from_the_organisation_and_says_in_steps_which_app_how_until_when_and_whom_to_ask() {
        jdbc.update("UPDATE account SET help_contact = 'IT, extension 42'");

        var mail = enforced();

        assertThat(mail.from()).isEqualTo("Example Inc <latchkey@example.com>");
        assertThat(mail.text())
                .containsSubsequence(
                        "1. Get an authenticator app",
                        "Google Authenticator",
                        "2. Add Example Inc to the app",
                        "otpauth://totp/Example%20Inc",
                        "Secret Key: ",
                        "3. Log in with " + reader.email(),
                        "https://latchkey.example/login",
                        "works until ",
                        "UTC",
                        "Ask IT, extension 42.");
    }

    @Test
    void the_link_that_opens_the_app_holds_the_same_secret_as_the_picture_and_the_key() {
        var mail = enforced();

        var key = Mailbox.keyOf(mail);
        assertThat(mail.html()).containsPattern("href=\"otpauth://totp/[^\"]*secret=" + key + "[&\"]");
        assertThat(mail.text()).containsPattern("otpauth://totp/\\S*secret=" + key + "\\b");
    }

    @Test
    void without_a_contact_the_administrator_is_to_be_asked_and_a_secret_on_the_screen_is_described() {
        account.deliverBy(administrator, SecretDelivery.ON_SCREEN);

        assertThat(enforced().text())
                .contains("2. Log in with " + reader.email(), "3. Enter the six-digit code", "Ask your administrator.")
                .doesNotContain("otpauth:", "Secret Key: ");
    }

    private ReadableMail enforced() {
        account.enforceBy(administrator);
        pump.run();
        return new Mailbox(reader.email()).await(1, "set up two-factor authentication");
    }
}
