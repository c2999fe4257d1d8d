package dev.latchkey.operation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the statements that the database is asked to execute; all repositories go through Spring's one template. */
@Configuration(proxyBeanMethods = false)
class StatementCount {

    @Bean
    static JdbcTemplate jdbcTemplate(DataSource database, MeterRegistry registry) {
        return new CountingTemplate(
                database,
                Counter.builder("latchkey.statements")
                        .description("Statements executed by the database; a batch is one")
                        .register(registry));
    }

    private static final class CountingTemplate extends JdbcTemplate {

        private final Counter executed;

        CountingTemplate(DataSource database, Counter executed) {
            super(database);
            this.executed = executed;
        }

        /** Called once before each execution, of whatever kind. */
        @Override
        protected void applyStatementSettings(Statement statement) throws SQLException {
            super.applyStatementSettings(statement);
            executed.increment();
        }
    }
}
