package dev.latchkey;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the database server, in place of a stack trace. */
class UnfitDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseCheck.UnfitDatabaseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseCheck.UnfitDatabaseException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Change the server, or let SPRING_DATASOURCE_URL name another one.", cause);
    }
}
