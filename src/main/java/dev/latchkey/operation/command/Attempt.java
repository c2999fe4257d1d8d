package dev.latchkey.operation.command;

import dev.latchkey.common.FileFailure;
import dev.latchkey.twofactor.keyset.KeysetUnusableException;
import java.io.IOException;
import java.io.PrintStream;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A run of a command, which ends with a sentence also where the database, the keyset or a file fails it. */
final class Attempt {

    private Attempt() {}

    /** What the command does; returns its exit code. */
    @FunctionalInterface
    interface Step {
        int run() throws IOException;
    }

    /** Runs the step; returns its exit code, or 1 after saying what has failed. */
    static int of(Step step, PrintStream out) {
        try {
            return step.run();
        } catch (DataAccessException | TransactionException e) {
            out.println(
                    "The command was not completed, because the database failed. Run it again when the database works. It says: "
                            + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        } catch (KeysetUnusableException e) {
            out.println("The command was not completed. " + e.getMessage());
        } catch (IOException e) {
            out.println("The command was not completed: " + FileFailure.reason(e) + ".");
        }
        return 1;
    }
}
