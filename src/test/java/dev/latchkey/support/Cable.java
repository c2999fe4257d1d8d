package dev.latchkey.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The cable between the application and a server on this machine, to be pulled out and plugged in again. */
public final class Cable implements AutoCloseable {

    private final ServerSocket socket;
    private final int target;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final Set<Socket> silent = ConcurrentHashMap.newKeySet();
    private volatile boolean pulled;

    /** Lays it to the server at that port. */
    public Cable(int target) throws IOException {
        this.target = target;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    /** Where its near end is. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Breaks every connection, and lets none through any more. */
    public void pull() {
        pulled = true;
        ends.forEach(Cable::shut);
    }

    /** Closes no connection and carries nothing more for those that there are, as a failover may; new ones go through. */
    public void silence() {
        silent.addAll(ends);
    }

    /** Lets connections through again. */
    public void plugIn() {
        pulled = false;
    }

    @Override
    public void close() throws IOException {
        pull();
        socket.close();
    }

    private void listen() {
        try {
            while (true) {
                var near = socket.accept();
                if (pulled) {
                    shut(near);
                } else {
                    join(near, new Socket(InetAddress.getLoopbackAddress(), target));
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void join(Socket near, Socket far) {
        ends.add(near);
        ends.add(far);
        Thread.ofVirtual().start(() -> carry(near, far));
        Thread.ofVirtual().start(() -> carry(far, near));
    }

    private void carry(Socket from, Socket to) {
        try {
            var bytes = new byte[8192];
            for (var read = from.getInputStream().read(bytes);
                    read >= 0;
                    read = from.getInputStream().read(bytes)) {
                if (!silent.contains(from)) {
                    to.getOutputStream().write(bytes, 0, read);
                }
            }
        } catch (IOException e) {
            // broken
        } finally {
            shut(from);
            shut(to);
            Stream.of(from, to).forEach(end -> {
                ends.remove(end);
                silent.remove(end);
            });
        }
    }

    private static void shut(Socket end) {
        try {
            end.close();
        } catch (IOException e) {
            // it is shut either way
        }
    }
}
