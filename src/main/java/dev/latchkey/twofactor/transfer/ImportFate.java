package dev.latchkey.twofactor.transfer;

import java.util.Locale;
import org.springframework.modulith.NamedInterface;

/** What is done with a row of an import. */
@NamedInterface("api")
public enum ImportFate {
    /** A new user is invited. */
    INVITED,
    /** A new user keeps the password of the other server, and needs no invitation. */
    ACTIVE,
    /** A user with that address exists, and gets only what the row adds. */
    EXISTS,
    /** Nothing, for a reason. */
    REFUSED;

    /** The key of its text in the bundle. */
    public String messageKey() {
        return "import.fate." + name().toLowerCase(Locale.ROOT);
    }
}
