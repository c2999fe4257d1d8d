package dev.latchkey.mail.smtp;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a conversation that takes too long as a whole. The time-outs of Jakarta Mail are for a single read or write: a server that
 * says one character now and then never reaches them.
 */
final class Deadline implements AutoCloseable {

    private final ScheduledExecutorService alarms;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private @Nullable ScheduledFuture<?> alarm;
    private volatile boolean passed;

    Deadline(ScheduledExecutorService alarms) {
        this.alarms = alarms;
    }

    /** The time for the next step, in place of what is left of the last one. */
    void set(Duration time) {
        cancel();
        alarm = alarms.schedule(this::pass, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The step is over in time. */
    void cancel() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }

    /** Whether a step took too long, and its connection was closed. */
    boolean isPassed() {
        return passed;
    }

    /** Closes the socket, too, when time is up. */
    <S extends Socket> S watch(S socket) {
        sockets.add(socket);
        if (passed) {
            close(socket);
        }
        return socket;
    }

    private void pass() {
        passed = true;
        sockets.forEach(Deadline::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // The thread that reads from it hears about it
        }
    }

    @Override
    public void close() {
        cancel();
        sockets.clear();
    }
}
