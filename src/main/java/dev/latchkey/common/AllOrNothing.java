package dev.latchkey.common;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction of several guarded statements: if one of them refuses, the ones before it are rolled back. */
@Component
public class AllOrNothing {

    private final TransactionTemplate transaction;

    AllOrNothing(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** Runs the steps and commits if they return true; otherwise returns false and changes nothing. */
    public boolean happens(Supplier<Boolean> steps) {
        return happens(steps, done -> done);
    }

    /** Runs the steps and commits if their result says that they are done; otherwise changes nothing. */
    public <T> T happens(Supplier<T> steps, Predicate<T> done) {
        return transaction.execute(status -> {
            var outcome = steps.get();
            if (!done.test(outcome)) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }
}
