package dev.latchkey.demo;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;

/** A real SMTP server on the loopback interface that takes every message and keeps it in a spool. */
public final class EmbeddedSmtp implements AutoCloseable {

    private final GreenMail server = new PromptGreenMail();

    private EmbeddedSmtp() {}

    /** Starts a server on a free port. */
    public static EmbeddedSmtp start(MailSpool spool) {
        var smtp = new EmbeddedSmtp();
        var recipient = recipient(spool);
        smtp.server.start();
        smtp.server.getUserManager().setMessageDeliveryHandler((message, address) -> recipient);
        return smtp;
    }

    /** Where it listens. */
    public int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** GreenMail would keep every message in memory; this recipient hands it on to the spool. */
    private static GreenMailUser recipient(MailSpool spool) {
        return (GreenMailUser) Proxy.newProxyInstance(
                GreenMailUser.class.getClassLoader(),
                new Class<?>[] {GreenMailUser.class},
                (proxy, method, arguments) -> {
                    if ("deliver".equals(method.getName())) {
                        spool.add(messageIn(arguments[0]));
                    }
                    return null;
                });
    }

    private static MimeMessage messageIn(Object delivered) throws MessagingException {
        return delivered instanceof MovingMessage moving ? moving.getMessage() : (MimeMessage) delivered;
    }

    /** Answers in many small packets, each of which Nagle's algorithm would hold back for 40 milliseconds. */
    private static final class PromptGreenMail extends GreenMail {

        private PromptGreenMail() {
            super(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
            return Map.of(ServerSetup.PROTOCOL_SMTP, new SmtpServer(setups[0], managers) {
                @Override
                protected ProtocolHandler createProtocolHandler(Socket client) {
                    try {
                        client.setTcpNoDelay(true);
                    } catch (SocketException e) {
                        throw new UncheckedIOException(e);
                    }
                    return super.createProtocolHandler(client);
                }
            });
        }
    }
}
