package dev.latchkey.user.identity;

import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/**
 * An address that waits for the link sent to it.
 *
 * @param actorId who asked for it: the user themselves or an administrator
 * @param actor their name, or their address without one; empty if they are gone
 */
@NamedInterface("api")
public record WaitingAddress(String email, Instant requestedAt, long actorId, String actor) {}
