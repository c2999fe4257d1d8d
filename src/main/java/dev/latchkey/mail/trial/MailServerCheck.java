package dev.latchkey.mail.trial;

import dev.latchkey.mail.fault.MailServerLog;
import dev.latchkey.mail.smtp.MailServer;
import dev.latchkey.mail.smtp.SmtpConnection;
import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Connects and logs in to the mail server once after the start, sends nothing, and says in the log what is wrong with it. In the
 * background, and never more than a warning: without mail, users with an app can still log in.
 */
@Component
class MailServerCheck implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(MailServerCheck.class);

    private final MailServer server;
    private final MailServerLog log;

    MailServerCheck(MailServer server, MailServerLog log) {
        this.server = server;
        this.log = log;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Thread.ofPlatform().daemon().name("mail-check").start(this::check);
    }

    void check() {
        try (var connection = new SmtpConnection(server)) {
            report(connection.open());
        } catch (MessagingException | RuntimeException e) {
            log.failed(server.toString(), e);
        }
    }

    private void report(SmtpConnection.State state) {
        if (server.hasLogin() && !state.offersLogin()) {
            LOG.warn(
                    "The mail server {} doesn't offer to log in, so SPRING_MAIL_USERNAME isn't used. It may ask for TLS first: set"
                            + " SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_ENABLE to true, or remove the user name.",
                    server);
        } else if (server.hasLogin() && !state.encrypted()) {
            LOG.warn(
                    "The password for the mail server {} isn't encrypted on its way. Set SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED"
                            + " to true, or SPRING_MAIL_PROTOCOL to smtps.",
                    server);
        }
        LOG.info(
                "The mail server {} is ready, {} encryption and {} login",
                server,
                state.encrypted() ? "with" : "without",
                server.hasLogin() && state.offersLogin() ? "with" : "without");
    }
}
