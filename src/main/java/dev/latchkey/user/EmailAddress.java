package dev.latchkey.user;

import dev.latchkey.account.DomainName;
import dev.latchkey.common.text.InvisibleCharacters;
import dev.latchkey.mail.MailAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * An email address in the form in which it is stored, compared and used in mail: without invisible characters, in lower case, in
 * ASCII, with its domain as {@link DomainName} converts it. Parsing is idempotent.
 */
public record EmailAddress(String value) {

    /** The longest address, in characters (RFC 5321, 4.5.3.1.3). */
    public static final int LENGTH = MailAddress.LENGTH;

    /** The longest text that is parsed, in characters. */
    public static final int LONGEST_TYPED = 1_024;

    /** The part after the last @. */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** Parses what a person typed; empty if it is not a single address that mail can be sent to. */
    public static Optional<EmailAddress> parse(String typed) {
        return read(typed) instanceof Reading.Understood(var address) ? Optional.of(address) : Optional.empty();
    }

    /** Like {@link #parse}, with the reason if it is not an address. Takes bounded time, whatever was typed. */
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

    /** A search text for addresses, in the form of addresses; unchanged if it has none. */
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

    /** The result of parsing. */
    public sealed interface Reading {

        /** It is an address. */
        record Understood(EmailAddress address) implements Reading {}

        /** It is not an address. */
        record Refused(EmailAddressFault fault) implements Reading {}
    }
}
