package dev.latchkey.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;

/** What a message can be addressed to: one mailbox, written as SMTP carries it to every server. */
public final class MailAddress {

    /** The longest address that SMTP carries, in characters (RFC 5321, 4.5.3.1.3, less the angle brackets). */
    public static final int LENGTH = 254;

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    private static final Pattern PLAIN = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+@(?:" + LABEL + "\\.)*" + LABEL);

    private MailAddress() {}

    /**
     * Whether it is that: a dot-atom and a domain, in ASCII (RFC 5321, 4.1.2). No quoting, no route, no group, no address of a
     * machine, and nothing that a server would have to know SMTPUTF8 for: the mail library cuts such characters to a byte.
     */
    public static boolean isPlain(String address) {
        return address.length() <= LENGTH && PLAIN.matcher(address).matches();
    }

    /** Whether it is one such address, with or without a name in front of it. */
    public static boolean isSender(String text) {
        try {
            var addresses = InternetAddress.parse(text, true);
            return addresses.length == 1 && isPlain(addresses[0].getAddress());
        } catch (AddressException e) {
            return false;
        }
    }
}
