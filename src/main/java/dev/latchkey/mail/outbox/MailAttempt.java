package dev.latchkey.mail.outbox;

import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailComposer.Composition;
import dev.latchkey.mail.OutboxMessage;
import dev.latchkey.mail.delivery.DeliveryFailure;
import dev.latchkey.mail.fault.MailServerLog;
import dev.latchkey.mail.rendering.MailRenderer;
import dev.latchkey.mail.smtp.SmtpConnection;
import dev.latchkey.mail.smtp.UnusableAddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Composes and sends one message, and records the result at once. Only what can never work ends a message; other failures are
 * retried, with growing intervals, for five days (RFC 5321, 4.5.4.1).
 */
@Component
class MailAttempt {

    private static final Logger LOG = LoggerFactory.getLogger(MailAttempt.class);

    // An attempt that takes longer than this may be sent twice, each copy with the same content
    static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);
    // About five days, with a little more than an hour between attempts
    private static final int ATTEMPTS = 115;

    private final OutboxClaims outbox;
    private final Map<String, Composition<?>> compositions;
    private final MailRenderer renderer;
    private final MailServerLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    // Accepted by the mail server, but not recorded in the database yet
    private final Map<Long, Instant> accepted = new ConcurrentHashMap<>();

    MailAttempt(
            OutboxClaims outbox,
            List<MailComposer> composers,
            MailRenderer renderer,
            MailServerLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.outbox = outbox;
        // Fails if two have the same kind
        this.compositions = composers.stream()
                .flatMap(composer -> composer.compositions().stream())
                .collect(Collectors.toUnmodifiableMap(
                        composition -> composition.kind().name(), Function.identity()));
        this.renderer = renderer;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** Sends a claimed message, unless it has been withdrawn since. */
    void send(OutboxMessage message, SmtpConnection connection) {
        if (accepted.containsKey(message.id())
                || !outbox.begin(message, clock.instant().plus(LEASE))) {
            return;
        }
        var begun = System.nanoTime();
        Optional<MimeMessage> composed;
        try {
            composed = compose(message);
        } catch (UnusableAddressException e) {
            settle(message, begun, DeliveryFailure.noAddress());
            return;
        } catch (Exception e) {
            // Not with the exception's text: it may quote the message
            LOG.error("Can't compose message {} of kind {}: {}", message.id(), message.kind(), e.getClass());
            settle(message, begun, DeliveryFailure.notComposed());
            return;
        }
        if (composed.isEmpty()) {
            outbox.markSuperseded(message);
            return;
        }
        try {
            connection.send(composed.get(), clock.instant());
        } catch (Exception e) {
            log.failed(connection.server(), e);
            settle(message, begun, DeliveryFailure.of(e));
            return;
        }
        accepted.put(message.id(), clock.instant());
        events.publishEvent(new MailTried(null, since(begun)));
        log.accepted(connection.server());
        noteAccepted();
    }

    /**
     * Records as sent what the mail server has accepted; if that fails, it is recorded later, and not sent again until then. One run
     * at a time: a second one would record it again, over whatever has become of the message since.
     */
    synchronized void noteAccepted() {
        accepted.forEach((id, at) -> {
            try {
                outbox.markSent(id, at);
                accepted.remove(id);
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("Message {} was sent, but this can't be recorded right now: {}", id, e.getClass());
            }
        });
    }

    private Optional<MimeMessage> compose(OutboxMessage message) throws Exception {
        // A newer node may know the kind
        var content = Optional.ofNullable(compositions.get(message.kind()))
                .orElseThrow()
                .compose(message);
        return content.isEmpty()
                ? Optional.empty()
                : Optional.of(renderer.render(content.get(), message.more(), message.occasion()));
    }

    private void settle(OutboxMessage message, long begun, DeliveryFailure failure) {
        events.publishEvent(new MailTried(failure.problem(), since(begun)));
        var attempts = message.attempts() + 1;
        if (failure.permanent() || attempts >= ATTEMPTS) {
            outbox.markFailed(message, failure);
        } else {
            outbox.markWaiting(message, clock.instant().plus(delayAfter(attempts)), failure);
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Doubles with every attempt up to an hour; a random fifth spreads the retries of many failures. */
    private static Duration delayAfter(int attempts) {
        var doubled = FIRST_DELAY.multipliedBy(1L << Math.min(attempts - 1, 10));
        var delay = doubled.compareTo(LONGEST_DELAY) < 0 ? doubled : LONGEST_DELAY;
        return delay.plusMillis(ThreadLocalRandom.current().nextLong(delay.toMillis() / 5));
    }
}
