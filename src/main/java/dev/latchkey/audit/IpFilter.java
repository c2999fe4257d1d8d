package dev.latchkey.audit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * IP addresses to find: one, a range such as {@code 192.0.2.0/24}, or all that begin with a text. Names are never resolved.
 *
 * @param beginning of the address as stored; empty for any
 * @param low the first address of the range, in network order; empty if it is none
 * @param high the last one
 */
public record IpFilter(String beginning, byte[] low, byte[] high) {

    /** Matches every entry, and those without an address too. */
    public static final IpFilter ANY = new IpFilter("", new byte[0], new byte[0]);

    /** The longest text that is parsed, in characters. */
    public static final int LONGEST = 49;

    private static final Pattern PART = Pattern.compile("[0-9A-Fa-f.:]{1,45}");
    private static final Pattern FOUR_NUMBERS =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final Pattern PREFIX = Pattern.compile("/([0-9]{1,3})");

    /** Parses what a person typed; empty if it is not an address, the beginning of one, or a range. */
    public static Optional<IpFilter> parse(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return Optional.of(ANY);
        }
        var slash = text.indexOf('/');
        var address = slash < 0 ? text : text.substring(0, slash);
        if (text.length() > LONGEST || !PART.matcher(address).matches()) {
            return Optional.empty();
        }
        var bytes = bytes(address);
        if (slash < 0) {
            return Optional.of(bytes.map(literal -> range(literal, literal.length * Byte.SIZE))
                    .orElseGet(() -> new IpFilter(address, new byte[0], new byte[0])));
        }
        var prefix = PREFIX.matcher(text.substring(slash));
        return bytes.filter(
                        literal -> prefix.matches() && Integer.parseInt(prefix.group(1)) <= literal.length * Byte.SIZE)
                .map(literal -> range(literal, Integer.parseInt(prefix.group(1))));
    }

    private static Optional<byte[]> bytes(String address) {
        // Nothing else is passed on: what could be a name would be looked up
        if (address.indexOf(':') < 0 && !FOUR_NUMBERS.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(address).getAddress());
        } catch (UnknownHostException notWhole) {
            return Optional.empty();
        }
    }

    private static IpFilter range(byte[] address, int bits) {
        var low = address.clone();
        var high = address.clone();
        for (var bit = bits; bit < address.length * Byte.SIZE; bit++) {
            var mask = 0x80 >> bit % Byte.SIZE;
            low[bit / Byte.SIZE] &= (byte) ~mask;
            high[bit / Byte.SIZE] |= (byte) mask;
        }
        return new IpFilter("", low, high);
    }

    boolean isRange() {
        return low.length > 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpFilter filter
                && beginning.equals(filter.beginning)
                && Arrays.equals(low, filter.low)
                && Arrays.equals(high, filter.high);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new Object[] {beginning, Arrays.hashCode(low), Arrays.hashCode(high)});
    }
}
