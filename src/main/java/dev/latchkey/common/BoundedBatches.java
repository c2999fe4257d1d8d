package dev.latchkey.common;

import java.util.function.IntUnaryOperator;

/** Keeps a job short: it works in small steps, each in its own transaction, and leaves the rest to its next run. */
public final class BoundedBatches {

    private static final int SIZE = 1_000;
    private static final int STEPS = 100;

    private BoundedBatches() {}

    /**
     * Repeats a step as long as there is work left, at most a hundred times.
     *
     * @param step processes at most as many as it is given, and returns how many it did
     */
    public static void repeat(IntUnaryOperator step) {
        var steps = 1;
        while (step.applyAsInt(SIZE) == SIZE && steps < STEPS) {
            steps++;
        }
    }
}
