package dev.latchkey.mail.smtp;

import dev.latchkey.mail.delivery.DeliveryFailure;
import dev.latchkey.mail.delivery.DeliveryProblem;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the mail server for some messages, one after the other: each call reports the result of its message at once,
 * while Spring's sender reports all at the end. Opened with the first message; if that fails, it fails for all of them.
 */
public final class SmtpConnection implements AutoCloseable {

    private final MailServer server;
    private final Consumer<Session> prepare;
    private @Nullable Deadline deadline;
    private @Nullable Transport transport;
    private @Nullable MessagingException closed;

    /** Connects with the first message. */
    public SmtpConnection(MailServer server) {
        this(server, session -> {});
    }

    /**
     * Connects with the first message.
     *
     * @param prepare what else to set before it connects
     */
    public SmtpConnection(MailServer server, Consumer<Session> prepare) {
        this.server = server;
        this.prepare = prepare;
    }

    /** The mail server's host, port and protocol, for people. */
    public String server() {
        return server.toString();
    }

    /** Sends a message; when this returns, the mail server has accepted it. Takes three minutes at most. */
    public void send(MimeMessage message, Instant now) throws MessagingException {
        message.setSentDate(Date.from(now));
        message.saveChanges();
        var open = transport();
        try {
            server.send(open, deadline(), message);
        } catch (MessagingException | RuntimeException e) {
            if (DeliveryFailure.of(e).problem() == DeliveryProblem.UNREACHABLE) {
                close();
            }
            throw e;
        }
    }

    /** Connects and logs in, unless that is done; returns what is known of the connection. */
    public State open() throws MessagingException {
        var opened = transport();
        return opened instanceof SMTPTransport smtp
                ? new State(smtp.isSSL(), smtp.supportsExtension("AUTH"))
                : new State(false, false);
    }

    private Transport transport() throws MessagingException {
        if (closed != null) {
            throw closed;
        }
        if (transport == null) {
            try {
                transport = server.connect(deadline(), prepare);
            } catch (MessagingException e) {
                closed = e;
                close();
                throw e;
            }
        }
        return transport;
    }

    private Deadline deadline() {
        if (deadline == null) {
            deadline = server.newDeadline();
        }
        return deadline;
    }

    @Override
    public void close() {
        if (transport != null) {
            MailServer.close(transport, deadline());
            transport = null;
        }
        if (deadline != null) {
            deadline.close();
            deadline = null;
        }
    }

    /**
     * What is known of a connection.
     *
     * @param encrypted whether TLS protects it
     * @param offersLogin whether the server offers to log in
     */
    public record State(boolean encrypted, boolean offersLogin) {}
}
