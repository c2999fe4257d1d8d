package dev.latchkey.common;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction of several guarded statements: where one of them refuses, none of those before it has happened. */
@Component
public class AllOrNothing {

    private final TransactionTemplate transaction;

    AllOrNothing(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** Takes the steps and commits them where they end with true; false, and nothing has changed, where they do not. */
    public boolean happens(Supplier<Boolean> steps) {
        return happens(steps, done -> done);
    }

    /** Takes the steps and commits them where what they return says that they are done; otherwise nothing has changed. */
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
