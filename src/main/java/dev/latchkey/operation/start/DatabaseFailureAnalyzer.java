package dev.latchkey.operation.start;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says that the database cannot be used, and in its own words why, in place of a stack trace. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private final Environment environment;

    DatabaseFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        // Parameters of the address may hold a password
        var address = environment.getProperty("spring.datasource.url", "").replaceAll("\\?.*", "");
        return new FailureAnalysis(
                "The database that SPRING_DATASOURCE_URL names, " + address + ", cannot be used: " + cause.getMessage(),
                "Check that it runs, and SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD;"
                        + " where the schema has an owner of its own, SPRING_LIQUIBASE_USER and SPRING_LIQUIBASE_PASSWORD too.",
                cause);
    }
}
