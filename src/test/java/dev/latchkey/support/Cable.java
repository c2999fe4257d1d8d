package dev.latchkey.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The cable between the application and a server on this machine, to be pulled out and plugged in again. */
public final class Cable implements AutoCloseable {

    private final ServerSocket socket;
    private final int target;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
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
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // broken
        } finally {
            shut(from);
            shut(to);
            ends.remove(from);
            ends.remove(to);
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
