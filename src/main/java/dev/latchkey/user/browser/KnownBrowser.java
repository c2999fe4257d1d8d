package dev.latchkey.user.browser;

import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/**
 * A browser in which a user has completed a login.
 *
 * @param browser its name; empty if unknown
 * @param operatingSystem the name of its system; empty if unknown
 * @param address the client's IP address at the last complete login
 * @param knownSince when it became known
 * @param lastLoginAt when a login was last completed in it
 */
@NamedInterface("api")
public record KnownBrowser(
        long id, String browser, String operatingSystem, String address, Instant knownSince, Instant lastLoginAt) {}
