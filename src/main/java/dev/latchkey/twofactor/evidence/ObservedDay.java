package dev.latchkey.twofactor.evidence;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.modulith.NamedInterface;

/**
 * The active users at the end of a day, or now if it has not ended.
 *
 * @param day in UTC
 * @param observedAt when they were counted for the last time on that day
 * @param active all of them
 * @param protectedUsers those with a proven secret
 * @param notSetUp the others
 * @param expired those of the others who needed a code and had no secret that worked
 */
@NamedInterface("api")
public record ObservedDay(
        LocalDate day, Instant observedAt, int active, int protectedUsers, int notSetUp, int expired) {}
