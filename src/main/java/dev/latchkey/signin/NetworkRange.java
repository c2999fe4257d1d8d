package dev.latchkey.signin;

import java.net.InetAddress;

/**
 * A range of addresses (CIDR, RFC 4632 and RFC 4291, 2.3).
 *
 * @param network any address in the range
 * @param prefixBits how many leading bits its addresses share
 */
public record NetworkRange(InetAddress network, int prefixBits) {

    /**
     * Parses {@code 10.0.0.0/8}, or a single address.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static NetworkRange parse(String text) {
        var slash = text.indexOf('/');
        var address = NetworkAddress.parse(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException(text + " is no address and no range"));
        var most = address.getAddress().length * Byte.SIZE;
        var bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException(text + " is no address and no range");
        }
        return new NetworkRange(address, bits);
    }

    /** Whether the address is in the range; never for an address of the other IP version. */
    public boolean contains(InetAddress address) {
        var one = network.getAddress();
        var other = address.getAddress();
        if (one.length != other.length) {
            return false;
        }
        for (var bit = 0; bit < prefixBits; bit++) {
            var mask = 0x80 >> bit % Byte.SIZE;
            if (((one[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
