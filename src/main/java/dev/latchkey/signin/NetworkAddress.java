package dev.latchkey.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses as text. Host names are never resolved. */
public final class NetworkAddress {

    private static final int LONGEST = 64;
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern IPV4_WITH_PORT = Pattern.compile("([\\d.]+):\\d{1,5}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern IPV6_WITH_PORT = Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::\\d{1,5})?");

    private NetworkAddress() {}

    /** Parses an address, plain or with a port as proxies write it; empty for a host name, {@code unknown} and everything else. */
    public static Optional<InetAddress> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var bare = bare(text.strip());
        return isIpv4(bare) || IPV6.matcher(bare).matches() ? resolve(bare) : Optional.empty();
    }

    private static String bare(String text) {
        var bracketed = IPV6_WITH_PORT.matcher(text);
        if (bracketed.matches()) {
            return bracketed.group(1);
        }
        var withPort = IPV4_WITH_PORT.matcher(text);
        return withPort.matches() ? withPort.group(1) : text;
    }

    private static boolean isIpv4(String text) {
        var parts = IPV4.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        for (var part = 1; part <= parts.groupCount(); part++) {
            if (Integer.parseInt(parts.group(part)) > 255) {
                return false;
            }
        }
        return true;
    }

    private static Optional<InetAddress> resolve(String literal) {
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException notOne) {
            return Optional.empty();
        }
    }
}
