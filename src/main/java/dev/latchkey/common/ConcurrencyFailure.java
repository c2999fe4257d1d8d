package dev.latchkey.common;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.resilience.retry.MethodRetryPredicate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Recognises a lost race by MariaDB's error code: two of the three have no SQLSTATE that Spring could use. */
final class ConcurrencyFailure implements MethodRetryPredicate {

    private static final int RECORD_CHANGED = 1020;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;

    private static final Set<Integer> CODES = Set.of(RECORD_CHANGED, LOCK_WAIT_TIMEOUT, DEADLOCK);

    @Override
    public boolean shouldRetry(Method method, Throwable failure) {
        return !TransactionSynchronizationManager.isActualTransactionActive() && isConcurrencyFailure(failure);
    }

    private static boolean isConcurrencyFailure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && CODES.contains(refused.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
