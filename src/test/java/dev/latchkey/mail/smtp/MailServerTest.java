package dev.latchkey.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.icegreen.greenmail.util.DummySSLSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.latchkey.mail.MailProperties;
import dev.latchkey.mail.fault.MailFault;
import dev.latchkey.support.MoodySmtp;
import dev.latchkey.support.ProductSettings;
import dev.latchkey.support.RudeServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The conversation with mail servers of all kinds, by the operator's settings and without any. */
class MailServerTest {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final JavaMailSenderImpl settings = new JavaMailSenderImpl();
    private MailServer server = serverThatGets(LONG);

    @AfterEach
    void end() {
        server.destroy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp", "smtps"})
    void FIELD_O5_there_are_time_outs_without_any_setting_and_those_of_the_operator_win(String protocol)
            throws Exception {
        settings.setProtocol(protocol);
        try (var rude = new RudeServer(RudeServer.Manner.HANGS_UP)) {
            var session = sessionWith(rude.port());
            assertThat(session.getProperty("mail." + protocol + ".connectiontimeout"))
                    .isEqualTo("10000");
            assertThat(session.getProperty("mail." + protocol + ".timeout")).isEqualTo("20000");
            assertThat(session.getProperty("mail." + protocol + ".writetimeout"))
                    .isEqualTo("20000");

            settings.getJavaMailProperties().setProperty("mail." + protocol + ".timeout", "3000");
            assertThat(sessionWith(rude.port()).getProperty("mail." + protocol + ".timeout"))
                    .isEqualTo("3000");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "smtp, SAYS_NOTHING",
        "smtps, SAYS_NOTHING",
        "smtp, DRIBBLES",
        "smtps, DRIBBLES_TLS",
    })
    void FIELD_O5_whoever_says_nothing_or_ever_so_little_is_left_when_the_time_for_the_whole_is_up(
            String protocol, RudeServer.Manner manner) throws Exception {
        settings.setProtocol(protocol);
        server = serverThatGets(SHORT);
        try (var rude = new RudeServer(manner)) {
            var begun = System.nanoTime();

            assertThat(failureAt(rude.port())).isEqualTo(MailFault.NO_ANSWER);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(SHORT, LONG.dividedBy(2));
        }
    }

    @Test
    void FIELD_O5_the_time_out_of_a_read_ends_a_handshake_that_is_not_answered() throws Exception {
        settings.setProtocol("smtps");
        settings.getJavaMailProperties().setProperty("mail.smtps.timeout", "500");
        try (var rude = new RudeServer(RudeServer.Manner.SAYS_NOTHING)) {
            var begun = System.nanoTime();

            assertThat(failureAt(rude.port())).isEqualTo(MailFault.NO_ANSWER);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONG.dividedBy(2));
        }
    }

    @Test
    void FIELD_O5_a_server_that_takes_the_mail_and_never_says_so_is_left() throws Exception {
        server = serverThatGets(SHORT);
        try (var smtp = new MoodySmtp()) {
            smtp.takeOnly(0);
            assertThat(failureAt(smtp.port())).isEqualTo(MailFault.NO_ANSWER);
            smtp.goOn();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "smtp, HANGS_UP, BROKEN",
        "smtp, TALKS_RUBBISH, BROKEN",
        "smtps, TALKS_RUBBISH, TLS",
        "smtps, DRIBBLES, TLS",
    })
    void FIELD_O6_what_a_server_of_another_kind_does_is_told_by_its_cause(
            String protocol, RudeServer.Manner manner, MailFault fault) throws Exception {
        settings.setProtocol(protocol);
        try (var rude = new RudeServer(manner)) {
            assertThat(failureAt(rude.port())).isEqualTo(fault);
        }
    }

    @Test
    void FIELD_O6_nobody_who_listens_and_no_such_host_are_two_causes() throws Exception {
        assertThat(failureAt(Integer.parseInt(ProductSettings.freePort()))).isEqualTo(MailFault.NOT_LISTENING);

        settings.setHost("mail.invalid");
        assertThat(MailFault.of(catchThrowable(this::send))).isEqualTo(MailFault.UNKNOWN_HOST);
    }

    @Test
    void FIELD_O6_a_certificate_that_nobody_vouches_for_is_told_and_one_that_the_operator_trusts_is_good()
            throws Exception {
        settings.setProtocol("smtps");
        var green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        green.start();
        try {
            var port = green.getSmtps().getPort();
            assertThat(failureAt(port)).isEqualTo(MailFault.TLS);

            settings.getJavaMailProperties().setProperty("mail.smtps.ssl.trust", "*");
            settings.getJavaMailProperties().setProperty("mail.smtps.ssl.checkserveridentity", "false");
            assertThat(failureAt(port)).isNull();

            settings.setJavaMailProperties(new Properties());
            // As an SSL bundle does it
            settings.getJavaMailProperties().put("mail.smtps.ssl.socketFactory", new DummySSLSocketFactory());
            settings.getJavaMailProperties().put("mail.smtps.ssl.checkserveridentity", "false");
            assertThat(failureAt(port)).isNull();
            assertThat(green.getReceivedMessages()).hasSize(2);
        } finally {
            green.stop();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONNECT | 421 4.3.2 service not available | BUSY",
                "CONNECT | 554 5.7.1 no | REFUSED",
                "AUTH | 535 5.7.8 bad credentials | LOGIN",
                "AUTH | 454 4.7.0 temporary failure | LOGIN",
                "MAIL | 530 5.7.0 authentication required | LOGIN",
                "MAIL | 553 5.7.1 sender not owned by user | SENDER",
                "MAIL | 421 4.7.0 too many connections | BUSY",
                "RCPT | 553 5.7.1 <a@example.com>: Sender address rejected: not owned by user | SENDER",
                "RCPT | 554 5.7.1 <b@example.com>: Relay access denied | RELAY",
                "RCPT | 550 relay not permitted | RELAY",
                "RCPT | 504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname | RELAY",
                "RCPT | 550 5.1.1 no such mailbox | RECIPIENT",
                "RCPT | 451 4.7.1 greylisted | RECIPIENT",
                "DATA | 554 5.7.1 spam | REFUSED",
            })
    void FIELD_O6_a_reply_is_told_by_its_cause(String command, String reply, MailFault fault) throws Exception {
        settings.setUsername("latchkey");
        settings.setPassword("secret");
        try (var smtp = new MoodySmtp()) {
            smtp.offerLogin();
            smtp.answer(command, reply);

            assertThat(failureAt(smtp.port())).isEqualTo(fault);
        }
    }

    @Test
    void FIELD_O6_starttls_that_is_required_and_missing_or_that_ends_in_rubbish_is_told_as_tls() throws Exception {
        settings.getJavaMailProperties().setProperty("mail.smtp.starttls.enable", "true");
        settings.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");
        try (var smtp = new MoodySmtp()) {
            assertThat(failureAt(smtp.port())).isEqualTo(MailFault.TLS);

            smtp.answer("EHLO", "250-moody\r\n250 STARTTLS");
            smtp.answer("STARTTLS", "220 go on\r\n220 this is no TLS");
            assertThat(failureAt(smtp.port())).isEqualTo(MailFault.TLS);
        }
    }

    @Test
    void FIELD_O8_the_name_for_ehlo_and_the_bounce_address_are_of_the_sender_or_as_set() throws Exception {
        try (var smtp = new MoodySmtp()) {
            assertThat(failureAt(smtp.port())).isNull();
            server = server(
                    new MailProperties.Sender("a@example.com", "b@bounces.example.com", "app.example.com", null), LONG);
            assertThat(failureAt(smtp.port())).isNull();
            settings.getJavaMailProperties().setProperty("mail.smtp.localhost", "other.example.com");
            settings.getJavaMailProperties().setProperty("mail.smtp.from", "c@example.com");
            assertThat(failureAt(smtp.port())).isNull();

            assertThat(smtp.introductions()).containsExactly("example.com", "app.example.com", "other.example.com");
            assertThat(smtp.envelope().stream().filter(line -> line.startsWith("MAIL")))
                    .containsExactly(
                            "MAIL FROM:<latchkey@example.com>",
                            "MAIL FROM:<b@bounces.example.com>",
                            "MAIL FROM:<c@example.com>");
        }
    }

    private Session sessionWith(int port) {
        settings.setHost("127.0.0.1");
        settings.setPort(port);
        var session = new AtomicReference<Session>();
        try (var connection = new SmtpConnection(server, session::set)) {
            catchThrowable(connection::open);
        }
        return session.get();
    }

    private MailFault failureAt(int port) {
        settings.setHost("127.0.0.1");
        settings.setPort(port);
        var failure = catchThrowable(this::send);
        return failure == null ? null : MailFault.of(failure);
    }

    private void send() throws MessagingException {
        var message = new MimeMessage((Session) null);
        message.setFrom(new InternetAddress("latchkey@example.com"));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress("ada@example.com"));
        message.setText("Hello");
        try (var connection = new SmtpConnection(server)) {
            connection.send(message, Instant.EPOCH);
        }
    }

    private MailServer serverThatGets(Duration time) {
        return server(new MailProperties.Sender("Latchkey <latchkey@example.com>", null, null, null), time);
    }

    private MailServer server(MailProperties.Sender sender, Duration time) {
        return new MailServer(settings, sender, time, time);
    }
}
