package dev.latchkey.mail;

import java.util.Locale;

/** The recipient of a message. */
public interface MailRecipient {

    /** One address. */
    String email();

    /** The language in which to write to them. */
    Locale locale();

    /** How to address them. */
    String displayName();
}
