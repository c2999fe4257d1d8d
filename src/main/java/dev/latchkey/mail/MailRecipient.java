package dev.latchkey.mail;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** The recipient of a message. */
public interface MailRecipient {

    /** One address. */
    String email();

    /** The language in which to write to them, and the region whose customs they know. */
    Locale locale();

    /** Their time zone, as far as it is known. */
    Optional<ZoneId> zone();

    /** How to address them. */
    String displayName();
}
