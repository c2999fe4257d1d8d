package dev.latchkey.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What the log says of jobs that fail. */
@ExtendWith(OutputCaptureExtension.class)
class JobErrorsTest {

    private final JobErrors errors = new JobErrors();

    @ParameterizedTest
    @MethodSource("outages")
    void FIELD_O11_a_job_says_nothing_of_a_database_that_is_gone_or_takes_no_changes(
            RuntimeException failure, CapturedOutput output) {
        errors.handleError(failure);

        assertThat(output).isEmpty();
    }

    private static Stream<RuntimeException> outages() {
        return Stream.of(
                new CannotCreateTransactionException("no connection"),
                new DataAccessResourceFailureException("no connection"),
                refused("HY000", 1290),
                refused("25006", 1792),
                refused("HY000", 1836),
                new IllegalStateException(refused("08S01", 0)));
    }

    @Test
    void any_other_failure_is_in_the_log_with_its_trace(CapturedOutput output) {
        errors.handleError(refused("42000", 1064));

        assertThat(output).contains("ERROR", "A job failed, and will run again", "\tat ");
    }

    private static RuntimeException refused(String state, int code) {
        return new UncategorizedSQLException("a job", "SELECT 1", new SQLException("refused", state, code));
    }
}
