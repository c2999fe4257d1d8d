package dev.latchkey.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that accepts connections and speaks no protocol to its end. */
public final class RudeServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Manner manner;
    private final AtomicInteger callers = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What it does with whoever connects. */
    public enum Manner {
        /** Nothing, ever. */
        SAYS_NOTHING,
        /** A character from time to time, and never a whole line. */
        DRIBBLES,
        /** The same within a handshake of TLS. */
        DRIBBLES_TLS,
        /** What is neither SMTP nor TLS. */
        TALKS_RUBBISH,
        /** It hangs up. */
        HANGS_UP
    }

    /** Starts it on a free port. */
    public RudeServer(Manner manner) throws IOException {
        this.manner = manner;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    /** How many have connected. */
    public int callers() {
        return callers.get();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }

    private void listen() {
        try {
            while (true) {
                var client = socket.accept();
                callers.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (SocketException e) {
            // closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket client) {
        try (client) {
            switch (manner) {
                case SAYS_NOTHING -> closed.await();
                case DRIBBLES -> dribble(client, "220-", "a");
                // The head of a record of 16 KB
                case DRIBBLES_TLS -> dribble(client, "\u0016\u0003\u0003\u0040\0", "\0");
                case TALKS_RUBBISH -> {
                    say(client, "HTTP/1.1 400 Bad Request\r\n\r\n");
                    closed.await();
                }
                case HANGS_UP -> {
                    // the end
                }
            }
        } catch (IOException | InterruptedException e) {
            // The caller was faster
        }
    }

    private void dribble(Socket client, String beginning, String more) throws IOException, InterruptedException {
        say(client, beginning);
        while (!closed.await(100, TimeUnit.MILLISECONDS)) {
            say(client, more);
        }
    }

    private static void say(Socket client, String words) throws IOException {
        client.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }
}
