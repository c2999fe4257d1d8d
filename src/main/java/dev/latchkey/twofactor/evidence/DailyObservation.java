package dev.latchkey.twofactor.evidence;

import dev.latchkey.common.BoundedBatches;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Observes all users once an hour, and for the last time within the ten minutes before a day ends: that is the day's end. Days are
 * in UTC. Of several nodes, one does it. If none was running then, the latest observation of the day counts, and nothing can have
 * changed through Latchkey after it.
 */
@Component
class DailyObservation {

    /** How long it is known what was so: longer than the two years that auditors ask about. */
    static final Period KEPT = Period.ofYears(3);

    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final LocalTime EVENING = LocalTime.of(23, 50);

    private final ObservedDayRepository days;
    private final UserStateRepository states;
    private final ObservationBatch batch;
    private final Clock clock;

    DailyObservation(ObservedDayRepository days, UserStateRepository states, ObservationBatch batch, Clock clock) {
        this.days = days;
        this.states = states;
        this.batch = batch;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT2M", initialDelayString = "PT1M")
    void observe() {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!days.claim(today, dueSince(today, now), now)) {
            return;
        }
        var after = OptionalLong.of(0);
        while (after.isPresent()) {
            after = batch.observe(after.getAsLong(), today, now);
        }
        days.complete(today, now);
        deleteOld(today.minus(KEPT));
    }

    private void deleteOld(LocalDate before) {
        BoundedBatches.repeat(most -> states.deleteEnded(before, most));
        BoundedBatches.repeat(most -> days.delete(before, most));
    }

    private static Instant dueSince(LocalDate today, Instant now) {
        var hourAgo = now.minus(INTERVAL);
        var evening = today.atTime(EVENING).toInstant(ZoneOffset.UTC);
        return now.isBefore(evening) || hourAgo.isAfter(evening) ? hourAgo : evening;
    }
}
