package dev.latchkey.mail.smtp;

import dev.latchkey.mail.MailProperties;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * The mail server of the settings {@code spring.mail}. What these leave open has a default here: time-outs for both protocols, the
 * name for EHLO and the bounce address. Every step is limited as a whole, whatever the settings and the server do.
 */
@Component
@NamedInterface("api")
public class MailServer implements DisposableBean {

    /** For the connection, TLS and login. Together with {@link #SEND}, well below the lease of a message. */
    private static final Duration CONNECT = Duration.ofMinutes(1);

    /** For one message. */
    private static final Duration SEND = Duration.ofMinutes(2);

    /** For closing a connection. */
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private static final Map<String, String> TIMEOUTS =
            Map.of("connectiontimeout", "10000", "timeout", "20000", "writetimeout", "20000");
    // With these, Jakarta Mail makes its sockets in another way
    private static final String[] OWN_SOCKETS = {
        "socketFactory", "socketFactory.class", "ssl.socketFactory.class", "socks.host", "usesocketchannels"
    };

    private final JavaMailSenderImpl settings;
    private final MailProperties.Sender sender;
    private final Duration connect;
    private final Duration send;
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mail-deadline").factory());

    @Autowired
    MailServer(JavaMailSenderImpl settings, MailProperties properties) {
        this(settings, properties.mail(), CONNECT, SEND);
    }

    MailServer(JavaMailSenderImpl settings, MailProperties.Sender sender, Duration connect, Duration send) {
        this.settings = settings;
        this.sender = sender;
        this.connect = connect;
        this.send = send;
    }

    /** Its host, port and protocol, for people. */
    @Override
    public String toString() {
        var usual = protocol().equals("smtps") ? 465 : 25;
        return protocol() + "://" + settings.getHost() + ":" + (settings.getPort() > 0 ? settings.getPort() : usual);
    }

    /** Whether the settings have a user name for it. */
    public boolean hasLogin() {
        return blankToNull(settings.getUsername()) != null;
    }

    Deadline newDeadline() {
        return new Deadline(alarms);
    }

    /**
     * Connects and logs in, within a minute.
     *
     * @param deadline ends the connection when it passes, now or later
     * @param prepare what else to set before it connects
     */
    Transport connect(Deadline deadline, Consumer<Session> prepare) throws MessagingException {
        var session = Session.getInstance(properties(deadline));
        prepare.accept(session);
        var transport = session.getTransport(protocol());
        within(
                deadline,
                connect,
                () -> transport.connect(
                        settings.getHost(),
                        settings.getPort(),
                        blankToNull(settings.getUsername()),
                        blankToNull(settings.getPassword())));
        return transport;
    }

    /** Sends a message, within two minutes. */
    void send(Transport transport, Deadline deadline, MimeMessage message) throws MessagingException {
        within(deadline, send, () -> transport.sendMessage(message, message.getAllRecipients()));
    }

    /** Says goodbye, within seconds. */
    static void close(Transport transport, Deadline deadline) {
        try {
            within(deadline, GOODBYE, transport::close);
        } catch (MessagingException e) {
            // Accepted messages stay accepted
        }
    }

    /** Takes a step; if its time is up, the connection is closed and the failure says so. */
    private static void within(Deadline deadline, Duration time, Step step) throws MessagingException {
        deadline.set(time);
        try {
            step.take();
        } catch (MessagingException | RuntimeException e) {
            if (deadline.isPassed()) {
                throw new MessagingException(
                        "The mail server takes too long",
                        new SocketTimeoutException("no end within " + time.toSeconds() + " seconds"));
            }
            throw e;
        } finally {
            deadline.cancel();
        }
    }

    private Properties properties(Deadline deadline) {
        var all = new Properties();
        all.putAll(settings.getSession().getProperties());
        // It would print each mail, with the secret or the link in it, and the login
        all.keySet().removeIf(name -> name.toString().startsWith("mail.debug"));
        var prefix = "mail." + protocol() + ".";
        TIMEOUTS.forEach((name, milliseconds) -> all.putIfAbsent(prefix + name, milliseconds));
        all.putIfAbsent(prefix + "localhost", sender.nameForEhlo());
        if (sender.bounceAddress() != null) {
            all.putIfAbsent(prefix + "from", sender.bounceAddress());
        }
        if (Stream.of(OWN_SOCKETS).noneMatch(name -> all.containsKey(prefix + name))) {
            all.put(prefix + "socketFactory", new WatchedSocketFactory(deadline));
            // Otherwise whatever fails would be tried a second time, without the deadline
            all.put(prefix + "socketFactory.fallback", "false");
        }
        if (all.get(prefix + "ssl.socketFactory") instanceof SSLSocketFactory factory) {
            all.put(prefix + "ssl.socketFactory", new WatchedTlsFactory(factory, deadline));
        }
        return all;
    }

    private String protocol() {
        return Objects.requireNonNullElse(settings.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    @Override
    public void destroy() {
        alarms.shutdownNow();
    }

    @FunctionalInterface
    private interface Step {
        void take() throws MessagingException;
    }
}
