package dev.latchkey.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what waits in the outbox, a batch over one SMTP connection, with no database transaction open meanwhile. */
@Component
class OutboxSender {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);

    private static final int BATCH = 50;
    // A batch that takes longer than this may be sent twice, each copy with the same content
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);
    private static final int ATTEMPTS = 40;

    private final OutboxRepository outbox;
    private final List<MailComposer> composers;
    private final MailRenderer renderer;
    private final JavaMailSender sender;
    private final Clock clock;

    OutboxSender(
            OutboxRepository outbox,
            List<MailComposer> composers,
            MailRenderer renderer,
            JavaMailSender sender,
            Clock clock) {
        this.outbox = outbox;
        this.composers = composers;
        this.renderer = renderer;
        this.sender = sender;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    void sendDue() {
        List<OutboxMessage> claimed;
        do {
            claimed = outbox.claim(clock.instant(), LEASE, BATCH);
            send(claimed);
        } while (claimed.size() == BATCH);
    }

    private void send(List<OutboxMessage> claimed) {
        var rendered = new LinkedHashMap<MimeMessage, OutboxMessage>();
        for (var message : claimed) {
            try {
                compose(message)
                        .ifPresentOrElse(
                                mime -> rendered.put(mime, message), () -> outbox.markSuperseded(message.id()));
            } catch (RuntimeException | MessagingException e) {
                // Not with the exception's text: it may quote the message
                LOG.error("Message {} of kind {} cannot be composed: {}", message.id(), message.kind(), e.getClass());
                outbox.markFailed(message.id(), e.getClass().getSimpleName());
            }
        }
        if (rendered.isEmpty()) {
            return;
        }
        var failures = transmit(rendered.keySet().toArray(MimeMessage[]::new));
        rendered.forEach((mime, message) -> Optional.ofNullable(failures.get(mime))
                .ifPresentOrElse(
                        failure -> settle(message, failure), () -> outbox.markSent(message.id(), clock.instant())));
    }

    private Optional<MimeMessage> compose(OutboxMessage message) throws MessagingException {
        var content = composers.stream()
                .filter(composer -> composer.composes(message.kind()))
                .findFirst()
                .orElseThrow()
                .compose(message.kind(), message.recipientId(), message.reference());
        return content.isEmpty() ? Optional.empty() : Optional.of(renderer.render(content.get()));
    }

    private Map<Object, Exception> transmit(MimeMessage[] messages) {
        try {
            sender.send(messages);
            return Map.of();
        } catch (MailSendException e) {
            return e.getFailedMessages();
        } catch (MailException e) {
            var failures = new LinkedHashMap<Object, Exception>();
            for (var message : messages) {
                failures.put(message, e);
            }
            return failures;
        }
    }

    private void settle(OutboxMessage message, Exception cause) {
        var failure = DeliveryFailure.of(cause);
        if (failure.permanent() || message.attempts() >= ATTEMPTS) {
            outbox.markFailed(message.id(), failure.reason());
        } else {
            outbox.markWaiting(message.id(), clock.instant().plus(delayAfter(message.attempts())), failure.reason());
        }
    }

    /** Doubles with every attempt up to an hour; the random fifth keeps a thousand failures from coming back as one wave. */
    private static Duration delayAfter(int attempts) {
        var doubled = FIRST_DELAY.multipliedBy(1L << Math.min(attempts - 1, 10));
        var delay = doubled.compareTo(LONGEST_DELAY) < 0 ? doubled : LONGEST_DELAY;
        return delay.plusMillis(ThreadLocalRandom.current().nextLong(delay.toMillis() / 5));
    }
}
