package dev.latchkey.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Loopback addresses to call from, so that each browser is a client of its own to whoever counts by address. */
final class ClientAddress {

    private static final AtomicInteger NUMBER = new AtomicInteger(1);

    private ClientAddress() {}

    /** An address that nobody else calls from, nor from beside it; empty where the system has 127.0.0.1 alone, as macOS does. */
    static Optional<InetAddress> next() {
        var number = NUMBER.incrementAndGet();
        try {
            var address = InetAddress.getByAddress(
                    new byte[] {127, (byte) (number >> 8), (byte) number, (byte) (number >> 16 | 1)});
            return isUsable(address) ? Optional.of(address) : Optional.empty();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isUsable(InetAddress address) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
