package dev.latchkey.operation.start;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says that the database cannot be used, with the database's reason, instead of a stack trace. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private final Environment environment;

    DatabaseFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        // Parameters of the URL may contain a password
        var address = environment.getProperty("spring.datasource.url", "").replaceAll("\\?.*", "");
        return new FailureAnalysis(
                "Can't use the database in SPRING_DATASOURCE_URL, " + address + ": " + cause.getMessage(),
                "Check that the database is running. Check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and"
                        + " SPRING_DATASOURCE_PASSWORD, and if the schema has its own owner, SPRING_LIQUIBASE_USER and"
                        + " SPRING_LIQUIBASE_PASSWORD.",
                cause);
    }
}
