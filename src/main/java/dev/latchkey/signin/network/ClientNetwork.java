package dev.latchkey.signin.network;

import dev.latchkey.signin.NetworkAddress;
import java.net.Inet4Address;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network that a client's address lies in. Whoever rents a line has more than one address: an IPv6 customer a /64 at least, mostly
 * a /56, a site a /48, and addresses of one IPv4 /24 are mostly one provider's. So each counts, and the wider it is, the more
 * neighbours share it, and the more it may.
 *
 * @param prefix the bytes that all of its addresses begin with
 * @param allowance how many times as much as the narrowest it may
 */
public record ClientNetwork(byte[] prefix, int allowance) {

    // A stranger with one step's worth of addresses leaves half of the next step, or more, to the neighbours
    private static final int[] IPV6_BYTES = {6, 7, 8};
    private static final int[] IPV6_ALLOWANCES = {4, 2, 1};
    // Eight: behind a provider's few addresses there are many customers
    private static final int[] IPV4_BYTES = {3, 4};
    private static final int[] IPV4_ALLOWANCES = {8, 1};

    /** The networks of that address, the widest first. */
    static List<ClientNetwork> of(String address) {
        var client = NetworkAddress.parse(address)
                .orElseThrow(() -> new IllegalArgumentException("a client's address is a number"));
        return client instanceof Inet4Address
                ? networks(client.getAddress(), IPV4_BYTES, IPV4_ALLOWANCES)
                : networks(client.getAddress(), IPV6_BYTES, IPV6_ALLOWANCES);
    }

    /** The widest network of that address in writing, by which strangers wait for their turn. */
    public static String widest(String address) {
        return HexFormat.of().formatHex(of(address).getFirst().prefix());
    }

    private static List<ClientNetwork> networks(byte[] address, int[] bytes, int[] allowances) {
        return IntStream.range(0, bytes.length)
                .mapToObj(i -> new ClientNetwork(Arrays.copyOf(address, bytes[i]), allowances[i]))
                .toList();
    }
}
