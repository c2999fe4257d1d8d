package dev.latchkey.twofactor.evidence;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Observes without waiting for the schedule. */
@TestComponent
public final class ObservationPump {

    private final DailyObservation observation;
    private final JdbcTemplate jdbc;

    ObservationPump(DailyObservation observation, JdbcTemplate jdbc) {
        this.observation = observation;
        this.jdbc = jdbc;
    }

    /** Observes, whether an observation is due or not: the schedule may just have made one. */
    public void now() {
        jdbc.update("UPDATE user_state_day SET begun_at = begun_at - INTERVAL 1 DAY");
        run();
    }

    /** Observes, if an observation is due. */
    public void run() {
        observation.observe();
    }
}
