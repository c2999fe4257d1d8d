package dev.latchkey.signin.network;

import dev.latchkey.signin.NetworkAddress;
import java.net.Inet4Address;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network that contains a client's address. A customer has more than one address: with IPv6 at least a /64, usually a /56, a site
 * a /48, and addresses of an IPv4 /24 usually belong to one provider. So every network counts, and the wider it is, the more
 * neighbours share it and the more it is allowed.
 *
 * @param prefix the leading bytes of all its addresses
 * @param allowance its limit, as a multiple of that of the narrowest network
 */
public record ClientNetwork(byte[] prefix, int allowance) {

    // An attacker with all addresses of one step leaves half of the next step, or more, to the neighbours
    private static final int[] IPV6_BYTES = {6, 7, 8};
    private static final int[] IPV6_ALLOWANCES = {4, 2, 1};
    // Eight: many customers share a provider's few addresses
    private static final int[] IPV4_BYTES = {3, 4};
    private static final int[] IPV4_ALLOWANCES = {8, 1};

    /** The networks of that address, widest first. */
    static List<ClientNetwork> of(String address) {
        var client = NetworkAddress.parse(address)
                .orElseThrow(() -> new IllegalArgumentException("a client's address is a number"));
        return client instanceof Inet4Address
                ? networks(client.getAddress(), IPV4_BYTES, IPV4_ALLOWANCES)
                : networks(client.getAddress(), IPV6_BYTES, IPV6_ALLOWANCES);
    }

    /** The widest network of that address as text, by which unknown browsers take turns. */
    public static String widest(String address) {
        return HexFormat.of().formatHex(of(address).getFirst().prefix());
    }

    private static List<ClientNetwork> networks(byte[] address, int[] bytes, int[] allowances) {
        return IntStream.range(0, bytes.length)
                .mapToObj(i -> new ClientNetwork(Arrays.copyOf(address, bytes[i]), allowances[i]))
                .toList();
    }
}
