package dev.latchkey.mail.trial;

import dev.latchkey.common.client.Client;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailOccasion;
import dev.latchkey.mail.fault.MailFault;
import dev.latchkey.mail.fault.RootCause;
import dev.latchkey.mail.rendering.MailRenderer;
import dev.latchkey.mail.smtp.MailServer;
import dev.latchkey.mail.smtp.SmtpConnection;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Sends a mail at once, past the outbox, and tells how it went. One at a time on each node, in a thread of its own. */
@Component
@NamedInterface("api")
public class MailTrial {

    private static final Logger LOG = LoggerFactory.getLogger(MailTrial.class);

    private final MailServer server;
    private final MailRenderer renderer;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();

    MailTrial(MailServer server, MailRenderer renderer, Clock clock) {
        this.server = server;
        this.renderer = renderer;
        this.clock = clock;
    }

    /** The mail server's protocol, host and port, for people. */
    public String server() {
        return server.toString();
    }

    /**
     * Takes the place of the one that may be sent.
     *
     * @return false if another is on its way
     */
    public boolean begin() {
        return busy.compareAndSet(false, true);
    }

    /** Gives the place of {@link #begin} up, because nothing is sent after all. */
    public void cancel() {
        busy.set(false);
    }

    /** Sends it after {@link #begin}, and returns at once; the result comes within about three minutes, and is never an exception. */
    public CompletableFuture<TrialResult> send(MailContent content) {
        var result = new CompletableFuture<TrialResult>();
        Thread.ofPlatform().daemon().name("test-mail").start(() -> {
            try {
                result.complete(sendNow(content));
            } catch (RuntimeException | Error e) {
                result.complete(new TrialResult(MailFault.of(e), RootCause.of(e), false, List.of()));
                throw e;
            } finally {
                busy.set(false);
            }
        });
        return result;
    }

    private TrialResult sendNow(MailContent content) {
        var conversation = new Conversation();
        var encrypted = false;
        try (var connection = new SmtpConnection(server, session -> {
            session.setDebugOut(conversation.trace());
            session.setDebug(true);
        })) {
            var message = renderer.render(content, 0, new MailOccasion(clock.instant(), Client.NONE));
            encrypted = connection.open().encrypted();
            connection.send(message, clock.instant());
            return new TrialResult(null, "", encrypted, conversation.lines());
        } catch (Exception e) {
            var cause = RootCause.of(e);
            LOG.info("A test mail through {} failed: {}", server, cause);
            conversation.end(cause);
            return new TrialResult(MailFault.of(e), cause, encrypted, conversation.lines());
        }
    }
}
