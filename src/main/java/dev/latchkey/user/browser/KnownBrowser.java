package dev.latchkey.user.browser;

import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/**
 * A browser in which a user has completed a login.
 *
 * @param browser its name; empty where unknown
 * @param operatingSystem the name of its system; empty where unknown
 * @param address of the client, at the last complete login
 * @param knownSince when it became known
 * @param lastLoginAt when a login was completed in it last
 */
@NamedInterface("api")
public record KnownBrowser(
        long id, String browser, String operatingSystem, String address, Instant knownSince, Instant lastLoginAt) {}
