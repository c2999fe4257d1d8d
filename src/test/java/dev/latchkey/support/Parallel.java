package dev.latchkey.support;

import dev.latchkey.component.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Does one thing many times at once. */
public final class Parallel {

    private Parallel() {}

    /** What came of each, begun together by that many threads. */
    public static <T> List<T> times(int times, Callable<T> deed) throws Exception {
        var start = new CountDownLatch(1);
        var results = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(times)) {
            List<Future<T>> begun = new ArrayList<>();
            for (var i = 0; i < times; i++) {
                begun.add(threads.submit(() -> {
                    start.await();
                    return deed.call();
                }));
            }
            start.countDown();
            for (var one : begun) {
                results.add(one.get());
            }
        }
        return results;
    }

    /** What came of it; the other where too many wanted a hash at once, and this one is told to come again. */
    public static <T> T unlessBusy(Supplier<T> deed, T other) {
        try {
            return deed.get();
        } catch (RefusedException refused) {
            if (refused.messageKey().equals("error.busy")) {
                return other;
            }
            throw refused;
        }
    }
}
