package dev.latchkey.user;

import dev.latchkey.account.DomainName;
import dev.latchkey.common.text.InvisibleCharacters;
import dev.latchkey.mail.MailAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * An email address in the one form in which it is stored, compared and written into mail: nothing invisible in it or around it,
 * in lower case, in ASCII, its domain as {@link DomainName} makes it. What is read once and read again stays the same.
 */
public record EmailAddress(String value) {

    /** The longest address, in characters (RFC 5321, 4.5.3.1.3). */
    public static final int LENGTH = MailAddress.LENGTH;

    /** The longest text that is looked at, in characters. */
    public static final int LONGEST_TYPED = 1_024;

    /** What stands behind the last @. */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** Reads what a person typed; empty where it is not one address that mail can be sent to. */
    public static Optional<EmailAddress> parse(String typed) {
        return read(typed) instanceof Reading.Understood(var address) ? Optional.of(address) : Optional.empty();
    }

    /** As {@link #parse}, and says why where it is none. Takes time that is bounded, whatever was typed. */
    public static Reading read(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return new Reading.Refused(EmailAddressFault.TOO_LONG);
        }
        var text = InvisibleCharacters.strip(typed);
        var at = text.lastIndexOf('@');
        if (at < 1) {
            return new Reading.Refused(EmailAddressFault.NO_ADDRESS);
        }
        return read(InvisibleCharacters.remove(text.substring(0, at)), text.substring(at + 1));
    }

    /** The part of an address that somebody looks for, in the form of addresses; as it is where it has none. */
    public static String partOf(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return typed;
        }
        var text = InvisibleCharacters.strip(typed);
        var domain = text.lastIndexOf('@') + 1;
        return DomainName.parse(text.substring(domain))
                .map(name -> text.substring(0, domain).toLowerCase(Locale.ROOT) + name.ascii())
                .orElse(text);
    }

    private static Reading read(String local, String domain) {
        if (local.startsWith("\"")) {
            return new Reading.Refused(EmailAddressFault.QUOTED);
        }
        if (local.chars().anyMatch(character -> character > 0x7f)) {
            return new Reading.Refused(EmailAddressFault.NOT_ASCII);
        }
        var name = DomainName.parse(domain);
        if (name.isEmpty()) {
            return new Reading.Refused(EmailAddressFault.NO_DOMAIN);
        }
        var address = local.toLowerCase(Locale.ROOT) + "@" + name.get().ascii();
        if (address.length() > LENGTH) {
            return new Reading.Refused(EmailAddressFault.TOO_LONG);
        }
        return MailAddress.isPlain(address)
                ? new Reading.Understood(new EmailAddress(address))
                : new Reading.Refused(EmailAddressFault.NO_ADDRESS);
    }

    /** What came of reading. */
    public sealed interface Reading {

        /** It is an address. */
        record Understood(EmailAddress address) implements Reading {}

        /** It is none. */
        record Refused(EmailAddressFault fault) implements Reading {}
    }
}
