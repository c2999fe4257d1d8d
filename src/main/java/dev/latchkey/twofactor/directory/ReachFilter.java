package dev.latchkey.twofactor.directory;

import org.springframework.modulith.NamedInterface;

/** Which users to list by whether mails reach them. */
@NamedInterface("api")
public enum ReachFilter {
    /** The latest mail to them was never accepted. */
    REFUSED,
    /** They are active and have never logged in. */
    NEVER,
    /** Either of these. */
    UNREACHABLE;

    boolean asksForRefusedMail() {
        return this != NEVER;
    }
}
