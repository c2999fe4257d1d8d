package dev.latchkey.mail.smtp;

import dev.latchkey.mail.delivery.DeliveryFailure;
import dev.latchkey.mail.delivery.DeliveryProblem;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A connection to the mail server for some messages, one after the other: each call reports the result of its message at once,
 * while Spring's sender reports all at the end. Opened with the first message; if that fails, it fails for all of them.
 */
public final class SmtpConnection implements AutoCloseable {

    private final JavaMailSenderImpl server;
    private @Nullable Transport transport;
    private @Nullable MessagingException closed;

    /** Connects with the first message. */
    public SmtpConnection(JavaMailSenderImpl server) {
        this.server = server;
    }

    /** Sends a message; when this returns, the mail server has accepted it. */
    public void send(MimeMessage message, Instant now) throws MessagingException {
        message.setSentDate(Date.from(now));
        message.saveChanges();
        var open = open();
        try {
            open.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            if (DeliveryFailure.of(e).problem() == DeliveryProblem.UNREACHABLE) {
                close();
            }
            throw e;
        }
    }

    private Transport open() throws MessagingException {
        if (closed != null) {
            throw closed;
        }
        if (transport == null) {
            try {
                transport = connect();
            } catch (MessagingException e) {
                closed = e;
                throw e;
            }
        }
        return transport;
    }

    private Transport connect() throws MessagingException {
        var session = server.getSession();
        var protocol = Objects.requireNonNullElse(server.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
        var opened = session.getTransport(protocol);
        opened.connect(
                server.getHost(),
                server.getPort(),
                blankToNull(server.getUsername()),
                blankToNull(server.getPassword()));
        return opened;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    @Override
    public void close() {
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException e) {
                // Accepted messages stay accepted
            }
            transport = null;
        }
    }
}
