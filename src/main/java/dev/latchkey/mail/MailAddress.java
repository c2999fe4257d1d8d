package dev.latchkey.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;

/** An address that a message can be sent to: one mailbox, in the form that every SMTP server accepts. */
public final class MailAddress {

    /** The longest address that SMTP allows, in characters (RFC 5321, 4.5.3.1.3, less the angle brackets). */
    public static final int LENGTH = 254;

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    private static final Pattern PLAIN = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+@(?:" + LABEL + "\\.)*" + LABEL);

    private static final Pattern DOMAIN = Pattern.compile("(?:" + LABEL + "\\.)*" + LABEL);

    private MailAddress() {}

    /**
     * Whether it is one: a dot-atom and a domain, in ASCII (RFC 5321, 4.1.2). No quoting, no route, no group, no IP address, and
     * nothing that needs SMTPUTF8: the mail library truncates such characters to a byte.
     */
    public static boolean isPlain(String address) {
        return address.length() <= LENGTH && PLAIN.matcher(address).matches();
    }

    /** Whether it is one such address, with or without a name in front of it. */
    public static boolean isSender(String text) {
        // The parser leaves out what follows an address in brackets
        if (text.chars().anyMatch(Character::isISOControl)
                || text.contains("<") && !text.strip().endsWith(">")) {
            return false;
        }
        try {
            var addresses = InternetAddress.parse(text, true);
            return addresses.length == 1 && isPlain(addresses[0].getAddress());
        } catch (AddressException e) {
            return false;
        }
    }

    /** Whether it is a domain in ASCII. */
    public static boolean isDomain(String text) {
        return text.length() <= LENGTH && DOMAIN.matcher(text).matches();
    }

    /**
     * The domain of a sender.
     *
     * @throws IllegalArgumentException if it is none that {@link #isSender} accepts
     */
    public static String domainOf(String sender) {
        if (!isSender(sender)) {
            throw new IllegalArgumentException("not a sender");
        }
        try {
            var address = InternetAddress.parse(sender, true)[0].getAddress();
            return address.substring(address.lastIndexOf('@') + 1);
        } catch (AddressException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
