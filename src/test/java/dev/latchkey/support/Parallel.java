package dev.latchkey.support;

import dev.latchkey.common.RefusedException;
import java.util.ArrayList;
import java.util.Collections;
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
    public static <T> List<T> times(int times, Callable<T> action) throws Exception {
        return each(Collections.nCopies(times, action), Callable::call);
    }

    /** What came of the action of each, begun together by a thread for each. */
    public static <A, T> List<T> each(List<A> actors, Action<A, T> action) throws Exception {
        var start = new CountDownLatch(1);
        var results = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(actors.size())) {
            List<Future<T>> begun = new ArrayList<>();
            for (var actor : actors) {
                begun.add(threads.submit(() -> {
                    start.await();
                    return action.of(actor);
                }));
            }
            start.countDown();
            for (var one : begun) {
                results.add(one.get());
            }
        }
        return results;
    }

    /** What one of many does. */
    public interface Action<A, T> {

        /** Does it. */
        T of(A actor) throws Exception;
    }

    /** What came of it; the other where too many wanted a hash at once, and this one is told to come again. */
    public static <T> T unlessBusy(Supplier<T> action, T other) {
        try {
            return action.get();
        } catch (RefusedException refused) {
            if (refused.messageKey().equals("error.busy")) {
                return other;
            }
            throw refused;
        }
    }
}
