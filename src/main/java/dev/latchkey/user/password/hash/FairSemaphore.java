package dev.latchkey.user.password.hash;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hands out a few permits, round-robin over the waiting networks, however many wait in one. A network may not have as many waiters
 * as there are places left: on its own it gets half of them, and there is always one for the next network.
 */
final class FairSemaphore {

    // The next network comes first; none of them is empty
    private final Map<String, Queue<CountDownLatch>> waiting = new LinkedHashMap<>();
    private int turns;
    private int places;

    /**
     * Permits for that many at a time.
     *
     * @param places how many may wait
     */
    FairSemaphore(int turns, int places) {
        this.turns = turns;
        this.places = places;
    }

    /** Waits for a permit, which must be released; false if there is no place to wait, or no permit within that time. */
    boolean take(String network, Duration patience) {
        var turn = new CountDownLatch(1);
        if (!join(network, turn)) {
            return false;
        }
        if (comes(turn, patience)) {
            return true;
        }
        leave(network, turn);
        return false;
    }

    /** How many places to wait are left. */
    synchronized int places() {
        return places;
    }

    synchronized void release() {
        var networks = waiting.entrySet().iterator();
        if (!networks.hasNext()) {
            turns++;
            return;
        }
        var next = networks.next();
        networks.remove();
        next.getValue().remove().countDown();
        places++;
        if (!next.getValue().isEmpty()) {
            waiting.put(next.getKey(), next.getValue());
        }
    }

    private synchronized boolean join(String network, CountDownLatch turn) {
        if (turns > 0) {
            turns--;
            turn.countDown();
            return true;
        }
        var queue = waiting.getOrDefault(network, new ArrayDeque<>());
        if (queue.size() >= places) {
            return false;
        }
        places--;
        queue.add(turn);
        waiting.put(network, queue);
        return true;
    }

    private synchronized void leave(String network, CountDownLatch turn) {
        var queue = waiting.getOrDefault(network, new ArrayDeque<>());
        if (!queue.remove(turn)) {
            // It came at the last moment
            release();
            return;
        }
        places++;
        if (queue.isEmpty()) {
            waiting.remove(network);
        }
    }

    private static boolean comes(CountDownLatch turn, Duration patience) {
        try {
            return turn.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
