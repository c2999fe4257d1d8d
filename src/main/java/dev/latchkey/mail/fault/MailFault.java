package dev.latchkey.mail.fault;

import jakarta.mail.AuthenticationFailedException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** The causes why a mail server takes no mail, as far as they need different remedies. */
@NamedInterface("api")
public enum MailFault {
    UNKNOWN_HOST("its name can't be resolved. Check SPRING_MAIL_HOST and the name server"),
    NOT_LISTENING("the connection was refused. Check SPRING_MAIL_PORT, the firewall and whether the mail server runs"),
    NO_ANSWER("it doesn't answer in time. Check the firewall, and that SPRING_MAIL_PROTOCOL fits the port:"
            + " usually smtp for 25 and 587, smtps for 465"),
    TLS("there is no encrypted connection. Check that its certificate is valid, trusted and of that name, and that"
            + " SPRING_MAIL_PROTOCOL fits the port: usually smtp for 25 and 587, smtps for 465"),
    LOGIN(
            "it refuses the login. Check SPRING_MAIL_USERNAME and SPRING_MAIL_PASSWORD, and whether it asks for TLS first"),
    SENDER(
            "it refuses the sender. Check LATCHKEY_MAIL_FROM and LATCHKEY_MAIL_BOUNCE_ADDRESS, and that the account at the"
                    + " mail server may send from there"),
    RELAY("it refuses to relay. Check that it accepts mail from this machine or this login for other domains"),
    RECIPIENT("it refuses a recipient, whom the page Users shows"),
    BUSY("it takes no mail right now. Nothing to do if this passes; otherwise see the mail server's log"),
    REFUSED("it refuses mail. See the mail server's log"),
    BROKEN("the connection broke. See the mail server's log, and check that SPRING_MAIL_PROTOCOL fits the port");

    private static final Set<Integer> OF_A_LOGIN = Set.of(530, 534, 535, 538, 432, 454);
    private static final int PERMANENT = 500;

    private final String remedy;

    MailFault(String remedy) {
        this.remedy = remedy;
    }

    /** What it is and what to do, in English, for the log: the rest of a sentence about the mail server, without its full stop. */
    public String remedy() {
        return remedy;
    }

    /** Whether it concerns all mail, and not one message alone. */
    public boolean concernsAllMail() {
        return this != RECIPIENT;
    }

    /** Why an attempt failed. */
    public static MailFault of(Throwable failure) {
        var chain = chain(failure);
        // A time-out in the middle of a login or a handshake is no wrong password or certificate
        if (has(chain, UnknownHostException.class)) {
            return UNKNOWN_HOST;
        }
        if (has(chain, SocketTimeoutException.class)) {
            return NO_ANSWER;
        }
        if (has(chain, ConnectException.class) || has(chain, NoRouteToHostException.class)) {
            return NOT_LISTENING;
        }
        if (has(chain, SSLException.class)
                || has(chain, CertificateException.class)
                || chain.stream().anyMatch(cause -> textOf(cause).startsWith("STARTTLS is required"))) {
            return TLS;
        }
        return SmtpReply.in(failure)
                .map(reply -> of(reply, has(chain, AuthenticationFailedException.class)))
                .orElse(has(chain, AuthenticationFailedException.class) ? LOGIN : BROKEN);
    }

    private static MailFault of(SmtpReply reply, boolean duringLogin) {
        if (duringLogin || OF_A_LOGIN.contains(reply.code())) {
            return LOGIN;
        }
        if (reply.refusesTheSender()) {
            return SENDER;
        }
        if (reply.refusesToRelay()) {
            return RELAY;
        }
        if (reply.to() == SmtpReply.Command.RECIPIENT) {
            return RECIPIENT;
        }
        return reply.code() < PERMANENT ? BUSY : REFUSED;
    }

    static List<Throwable> chain(Throwable failure) {
        var chain = new ArrayList<Throwable>();
        for (@Nullable Throwable cause = failure; cause != null && !chain.contains(cause); cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }

    static String textOf(Throwable cause) {
        var message = cause.getMessage();
        return message == null ? "" : message.strip();
    }

    private static boolean has(List<Throwable> chain, Class<? extends Throwable> type) {
        return chain.stream().anyMatch(type::isInstance);
    }
}
