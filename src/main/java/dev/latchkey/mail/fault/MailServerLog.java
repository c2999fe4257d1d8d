package dev.latchkey.mail.fault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the operator in the log why mail does not leave: one warning for each cause and minute, and one line when it leaves again.
 * Never an address, a subject or anything else of a mail.
 */
@Component
public class MailServerLog {

    private static final Logger LOG = LoggerFactory.getLogger(MailServerLog.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<MailFault, Instant> warned = new EnumMap<>(MailFault.class);
    private @Nullable Instant failingSince;

    MailServerLog(Clock clock) {
        this.clock = clock;
    }

    /**
     * Notes an attempt that failed.
     *
     * @param server the mail server, for people
     */
    public synchronized void failed(String server, Exception failure) {
        var fault = MailFault.of(failure);
        var now = clock.instant();
        var last = warned.get(fault);
        // A clock that was put back is no reason to be silent until it has caught up
        if (last != null && !now.isBefore(last) && now.isBefore(last.plus(QUIET))) {
            return;
        }
        warned.put(fault, now);
        if (fault.concernsAllMail() && failingSince == null) {
            failingSince = now;
        }
        LOG.warn(
                fault.concernsAllMail()
                        ? "Can't send mail through {}: {}. Mail waits in the outbox and is tried again. Cause: {}"
                        : "Can't send a mail through {}: {}. Cause: {}",
                server,
                fault.remedy(),
                RootCause.of(failure));
    }

    /**
     * Notes that the mail server has accepted a message.
     *
     * @param server the mail server, for people
     */
    public synchronized void accepted(String server) {
        if (failingSince != null) {
            LOG.info(
                    "Mail leaves through {} again, after {} seconds",
                    server,
                    Duration.between(failingSince, clock.instant()).toSeconds());
            failingSince = null;
        }
    }
}
