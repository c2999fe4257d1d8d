package dev.latchkey.twofactor.transfer;

import org.springframework.modulith.NamedInterface;

/** What is done with a row of an import. */
@NamedInterface("api")
public enum ImportFate {
    /** A new user is invited. */
    INVITED("import.fate.invited"),
    /** A new user keeps the password of the other server, and needs no invitation. */
    ACTIVE("import.fate.active"),
    /** A user with that address exists, and gets only what the row adds. */
    EXISTS("import.fate.exists"),
    /** Nothing, for a reason. */
    REFUSED("import.fate.refused");

    private final String messageKey;

    ImportFate(String messageKey) {
        this.messageKey = messageKey;
    }

    /** The key of its text in the bundle. */
    public String messageKey() {
        return messageKey;
    }
}
