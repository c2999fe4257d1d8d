package dev.latchkey.operation.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the database, and what to do, instead of a stack trace. */
class UnsupportedDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<UnfitDatabaseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnfitDatabaseException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
