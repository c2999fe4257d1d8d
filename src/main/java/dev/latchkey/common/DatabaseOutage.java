package dev.latchkey.common;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** A database that cannot be reached, or that takes no changes: nothing is wrong with what failed, and it works again by itself. */
public final class DatabaseOutage {

    /** A server that is read-only (1290, 1836), and a transaction that is (1792). */
    private static final Set<Integer> TAKES_NO_CHANGES = Set.of(1290, 1792, 1836);

    private static final String CONNECTION_STATE = "08";

    private DatabaseOutage() {}

    /** Whether it failed for that, by itself or by one of its causes. */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof SQLException refused && isOutage(refused)) {
                return true;
            }
        }
        return false;
    }

    /** Throws it again if so, for a job that goes on after any other failure: during an outage the rest of its work fails, too. */
    public static void rethrow(RuntimeException failure) {
        if (isCauseOf(failure)) {
            throw failure;
        }
    }

    private static boolean isOutage(SQLException refused) {
        return TAKES_NO_CHANGES.contains(refused.getErrorCode())
                || refused.getSQLState() != null && refused.getSQLState().startsWith(CONNECTION_STATE);
    }
}
