package dev.latchkey;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses the start on a database server on which what is promised would not hold. */
@Component
@DependsOnDatabaseInitialization
class DatabaseCheck implements InitializingBean {

    private final JdbcClient jdbc;

    DatabaseCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        jdbc.sql("SELECT VERSION() AS version, @@log_bin AS log_bin, @@binlog_format AS binlog_format")
                .query(DatabaseServer.class)
                .single()
                .problem()
                .ifPresent(problem -> {
                    throw new UnfitDatabaseException(problem);
                });
    }

    /** The database server is not one to rely on; the message is a sentence that says why. */
    static final class UnfitDatabaseException extends RuntimeException {

        UnfitDatabaseException(String message) {
            super(message);
        }
    }
}
