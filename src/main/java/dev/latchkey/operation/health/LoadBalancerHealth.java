package dev.latchkey.operation.health;

import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The health of this node for load balancers, on the port that everybody reaches: a status, and no word more. The details are on
 * the management port.
 */
@RestController
class LoadBalancerHealth {

    private static final String PATH = "/actuator/health";
    private static final String READINESS = "readiness";

    private final HealthEndpoint health;

    LoadBalancerHealth(HealthEndpoint health) {
        this.health = health;
    }

    /** The same as the readiness, for load balancers with only one address. */
    @GetMapping(PATH)
    ResponseEntity<String> health() {
        var status = statusOf(READINESS);
        return answer(
                status, "{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"%s\"}".formatted(status.getCode()));
    }

    /** Whether users can log in at this node now. */
    @GetMapping(PATH + "/" + READINESS)
    ResponseEntity<String> readiness() {
        return answerOf(READINESS);
    }

    /** Whether the process works; whether the database does is no part of this, because a restart would not help. */
    @GetMapping(PATH + "/liveness")
    ResponseEntity<String> liveness() {
        return answerOf("liveness");
    }

    private ResponseEntity<String> answerOf(String group) {
        var status = statusOf(group);
        return answer(status, "{\"status\":\"%s\"}".formatted(status.getCode()));
    }

    private Status statusOf(String group) {
        var found = health.healthForPath(group);
        return found == null ? Status.UNKNOWN : found.getStatus();
    }

    private static ResponseEntity<String> answer(Status status, String body) {
        return ResponseEntity.status(Status.UP.equals(status) ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
