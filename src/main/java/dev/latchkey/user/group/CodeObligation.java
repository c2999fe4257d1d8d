package dev.latchkey.user.group;

import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/**
 * That the members of a group owe a code at their logins.
 *
 * @param since from when on
 * @param begun whether that time has come
 */
@NamedInterface("api")
public record CodeObligation(Instant since, boolean begun) {}
