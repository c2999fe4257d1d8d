package dev.latchkey.operation.start;

import dev.latchkey.support.Schema;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.FastCheckService;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.Customizer;
import liquibase.integration.spring.SpringLiquibase;
import liquibase.resource.DirectoryResourceAccessor;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;

/** What starts do to the schema of a database of its own, and what the owner of its tables sees there. */
final class SchemaStart {

    private static final String CHANGE_LOG = "db/changelog/db.changelog-master.yaml";

    private final JdbcTemplate owner;

    private SchemaStart(JdbcTemplate owner) {
        this.owner = owner;
    }

    static SchemaStart onEmpty(String database) {
        return new SchemaStart(Schema.emptyDatabase(database));
    }

    static SchemaStart on(JdbcTemplate owner) {
        return new SchemaStart(owner);
    }

    /** The owner of its tables. */
    JdbcTemplate owner() {
        return owner;
    }

    /** As the product starts today. */
    void run() throws LiquibaseException {
        run(liquibase -> {});
    }

    void run(Customizer<Liquibase> customizer) throws LiquibaseException {
        new GuardedLiquibase(todays(customizer)).afterPropertiesSet();
    }

    /** As the product starts today, but for how long it waits for other nodes. */
    void run(Duration patience) throws LiquibaseException {
        new GuardedLiquibase(todays(liquibase -> {}), patience).afterPropertiesSet();
    }

    private SpringLiquibase todays(Customizer<Liquibase> customizer) {
        forgetEarlierRuns();
        var liquibase = new SpringLiquibase();
        liquibase.setDataSource(owner.getDataSource());
        liquibase.setResourceLoader(new DefaultResourceLoader());
        liquibase.setChangeLog("classpath:" + CHANGE_LOG);
        liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
        liquibase.setCustomizer(customizer);
        return liquibase;
    }

    /** As a version started that had the change log in that folder. */
    void runOlder(Path folder) throws LiquibaseException, SQLException, FileNotFoundException {
        forgetEarlierRuns();
        var connection = new JdbcConnection(owner.getDataSource().getConnection());
        try (var liquibase = new Liquibase(
                CHANGE_LOG,
                new DirectoryResourceAccessor(folder),
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(connection))) {
            liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
            liquibase.update(new Contexts());
        }
    }

    /** A process of its own would not remember what the database was like before. */
    private static void forgetEarlierRuns() {
        Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
    }
}
