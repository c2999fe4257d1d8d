package dev.latchkey.twofactor.transfer.run;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes imports when their time is over: what was uploaded and never imported after an hour, and results after a day. */
@Component
class ImportRetention {

    private static final int MOST = 100;

    private final ImportWorkRepository work;
    private final Clock clock;

    ImportRetention(ImportWorkRepository work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    public void deleteExpired() {
        for (var i = 0; i < MOST && work.deleteExpired(clock.instant()) > 0; i++) {
            // A few at a time, each with up to ten thousand rows
        }
    }
}
