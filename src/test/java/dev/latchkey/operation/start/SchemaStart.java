package dev.latchkey.operation.start;

import dev.latchkey.support.Schema;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.FastCheckService;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.Customizer;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;

/** What starts do to the schema of a database of its own, and what the owner of its tables sees there. */
final class SchemaStart {

    private final JdbcTemplate owner;

    private SchemaStart(JdbcTemplate owner) {
        this.owner = owner;
    }

    static SchemaStart onEmpty(String database) {
        return new SchemaStart(Schema.emptyDatabase(database));
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
        var liquibase = liquibase("classpath:db/changelog/db.changelog-master.yaml");
        liquibase.setCustomizer(customizer);
        new GuardedLiquibase(liquibase).afterPropertiesSet();
    }

    /** As a version started whose changes are in that change log. */
    void runOlder(String changeLog) throws LiquibaseException {
        liquibase(changeLog).afterPropertiesSet();
    }

    private SpringLiquibase liquibase(String changeLog) {
        // A process of its own would not remember what the database was like before
        Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
        var liquibase = new SpringLiquibase();
        liquibase.setDataSource(owner.getDataSource());
        liquibase.setResourceLoader(new DefaultResourceLoader());
        liquibase.setChangeLog(changeLog);
        liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
        return liquibase;
    }
}
