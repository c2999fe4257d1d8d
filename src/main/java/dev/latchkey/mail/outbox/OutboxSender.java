package dev.latchkey.mail.outbox;

import dev.latchkey.mail.OutboxMessage;
import dev.latchkey.mail.smtp.MailServer;
import dev.latchkey.mail.smtp.SmtpConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends the waiting messages, a batch over one SMTP connection, without an open database transaction. A run is bounded; when the
 * application stops, it ends after the current message, and another node can take the rest at once.
 */
@Component
class OutboxSender {

    private static final int BATCH = 50;
    private static final Duration RUN = Duration.ofSeconds(30);

    private final OutboxClaims outbox;
    private final MailAttempt attempt;
    private final MailServer server;
    private final Clock clock;
    private volatile boolean stopping;

    OutboxSender(OutboxClaims outbox, MailAttempt attempt, MailServer server, Clock clock) {
        this.outbox = outbox;
        this.attempt = attempt;
        this.server = server;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    void sendDue() {
        attempt.noteAccepted();
        var begun = System.nanoTime();
        List<OutboxMessage> claimed;
        do {
            claimed = mayGoOn(begun) ? outbox.claim(clock.instant(), MailAttempt.LEASE, BATCH) : List.of();
            send(claimed, begun);
        } while (claimed.size() == BATCH);
    }

    /** Before anything else stops, and well before the database is closed. */
    @EventListener
    void stop(ContextClosedEvent event) {
        stopping = true;
    }

    private void send(List<OutboxMessage> claimed, long begun) {
        var left = new ArrayDeque<>(claimed);
        try (var connection = new SmtpConnection(server)) {
            while (!left.isEmpty() && mayGoOn(begun)) {
                attempt.send(left.poll(), connection);
            }
        } finally {
            if (!left.isEmpty()) {
                outbox.release(List.copyOf(left));
            }
        }
    }

    private boolean mayGoOn(long begun) {
        return !stopping && System.nanoTime() - begun < RUN.toNanos();
    }
}
