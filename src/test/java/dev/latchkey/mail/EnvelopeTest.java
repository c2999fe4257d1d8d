package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MoodySmtp;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.invitation.Invitations;
import java.io.IOException;
import java.sql.Timestamp;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What goes over the wire as sender and recipient. */
@LatchkeyTest
class EnvelopeTest {

    @Autowired
    private Invitations invitations;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private JavaMailSenderImpl mailSender;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TheAccount account;

    @Autowired
    private JdbcTemplate jdbc;

    private Person administrator;
    private int port;

    @BeforeEach
    void anAdministrator() {
        people.startOver();
        administrator = people.administrator();
        people.enrol(administrator);
        clock.toNextStep();
        outbox.run();
        port = mailSender.getPort();
    }

    @AfterEach
    void leaveNothing() {
        mailSender.setPort(port);
        people.startOver();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void FIELD_T2_mail_goes_to_the_ascii_domain_whether_or_not_the_server_offers_smtputf8(boolean offered)
            throws IOException {
        try (var smtp = new MoodySmtp()) {
            if (offered) {
                smtp.offerSmtpUtf8();
            }
            mailSender.setPort(smtp.port());
            people.does(
                    administrator,
                    () -> invitations.invite(
                            administrator.id(),
                            EmailAddress.parse("info@škoda.example").orElseThrow(),
                            Set.of()));
            outbox.run();
            jdbc.update("UPDATE users SET status = 'ACTIVE', name = 'Ines' WHERE email LIKE 'info@%'");
            account.enforceBy(administrator);
            outbox.run();

            assertThat(smtp.taken()).containsEntry("info@xn--koda-f6a.example", 2);
            assertThat(smtp.envelope())
                    .contains("RCPT TO:<info@xn--koda-f6a.example>")
                    .allMatch(line -> line.chars().allMatch(character -> character >= ' ' && character <= '~'))
                    .noneMatch(line -> line.contains("akoda"));
        }
    }

    @Test
    void FIELD_T2_what_was_stored_before_there_was_the_rule_is_never_cut_into_another_address() throws IOException {
        var old = people.member();
        try (var smtp = new MoodySmtp()) {
            smtp.offerSmtpUtf8();
            mailSender.setPort(smtp.port());
            for (var address : Set.of("old@škoda.example", "g:a@evil;", "old@[127.0.0.1]", "\ufeffold@example.com")) {
                people.setEmail(old, address);
                jdbc.update(
                        "INSERT INTO outbox_message (kind, recipient_id, created_at, next_attempt_at) VALUES (?, ?, ?, ?)",
                        "TWO_FACTOR_TURNED_ON",
                        old.id(),
                        Timestamp.from(clock.instant()),
                        Timestamp.from(clock.instant()));
                outbox.run();
            }

            assertThat(smtp.envelope()).isEmpty();
            assertThat(jdbc.queryForList(
                            "SELECT CONCAT(status, ': ', problem) FROM outbox_message WHERE recipient_id = ?",
                            String.class,
                            old.id()))
                    .hasSize(4)
                    .allMatch("FAILED: NO_ADDRESS"::equals);
        }
    }
}
