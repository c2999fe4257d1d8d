package dev.latchkey.user;

import dev.latchkey.account.DisplayName;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;

/** An email address in the one form in which it is stored and compared: without blanks around it, in lower case. */
public record EmailAddress(String value) {

    /** The longest address that SMTP carries, in characters (RFC 5321, 4.5.3.1.3, less the angle brackets). */
    public static final int LENGTH = 254;

    /** What stands behind the last @. */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** Reads what a person typed; empty where it is not one address with a domain. */
    public static Optional<EmailAddress> parse(String typed) {
        var address = typed.strip().toLowerCase(Locale.ROOT);
        if (address.length() > LENGTH || address.indexOf('@') < 1 || !DisplayName.isOneLine(address)) {
            return Optional.empty();
        }
        try {
            var parsed = new InternetAddress(address, true);
            return address.equals(parsed.getAddress()) ? Optional.of(new EmailAddress(address)) : Optional.empty();
        } catch (AddressException e) {
            return Optional.empty();
        }
    }
}
