package dev.latchkey.user.password.hash;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hands out few turns, to the networks that wait one after the other, however many wait in one. No network may have as many wait as
 * there are places left: alone it gets half of them, and there is one for whoever comes next.
 */
final class FairSemaphore {

    // The network whose turn is next comes first; none of them is empty
    private final Map<String, Queue<CountDownLatch>> waiting = new LinkedHashMap<>();
    private int turns;
    private int places;

    /**
     * Turns for that many at a time.
     *
     * @param places how many may wait
     */
    FairSemaphore(int turns, int places) {
        this.turns = turns;
        this.places = places;
    }

    /** WaitMessages for a turn, which must be released; false where there is no place to wait, or no turn within that time. */
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
            // It came in the moment of leaving
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
