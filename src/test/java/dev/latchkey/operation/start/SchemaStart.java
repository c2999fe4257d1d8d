package dev.latchkey.operation.start;

import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.support.RealServers;
import java.util.List;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.FastCheckService;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.Customizer;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a start does to the schema of a database of its own on the shared server, and what its owner sees there. */
final class SchemaStart {

    private static final String TODAYS = "classpath:db/changelog/db.changelog-master.yaml";

    private final DriverManagerDataSource source;
    private final JdbcTemplate owner;

    private SchemaStart(String url) {
        source = new DriverManagerDataSource(url, EmbeddedMariaDb.OWNER, EmbeddedMariaDb.OWNER);
        owner = new JdbcTemplate(source);
    }

    /** On an empty database. */
    static SchemaStart onEmpty(String name) {
        var start = new SchemaStart(RealServers.database(name));
        start.owner.execute("DROP DATABASE " + name);
        return new SchemaStart(RealServers.database(name));
    }

    /** The owner of its tables. */
    JdbcTemplate owner() {
        return owner;
    }

    /** As a process of its own would start. */
    void run() throws LiquibaseException {
        run(liquibase -> {});
    }

    void run(Customizer<Liquibase> customizer) throws LiquibaseException {
        // A process of its own would not remember what the database was like before
        Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
        var liquibase = liquibase(TODAYS);
        liquibase.setCustomizer(customizer);
        new GuardedLiquibase(liquibase).afterPropertiesSet();
    }

    /** As an older version of the product would start, whose changes are in that change log. */
    void runOlder(String changeLog) throws LiquibaseException {
        liquibase(changeLog).afterPropertiesSet();
    }

    private SpringLiquibase liquibase(String changeLog) {
        var liquibase = new SpringLiquibase();
        liquibase.setDataSource(source);
        liquibase.setResourceLoader(new DefaultResourceLoader());
        liquibase.setChangeLog(changeLog);
        liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
        return liquibase;
    }

    /** A line for each table, column, index, constraint and trigger, whatever the order they were made in. */
    List<String> schema() {
        return owner.queryForList(SCHEMA, String.class);
    }

    /** The ids of the changes that are recorded, in order. */
    List<String> recorded() {
        return owner.queryForList("SELECT ID FROM DATABASECHANGELOG ORDER BY ORDEREXECUTED", String.class);
    }

    private static final String SCHEMA = """
            SELECT CONCAT_WS(' | ', 'table', TABLE_NAME, TABLE_COLLATION, ENGINE, TABLE_COMMENT) AS line
            FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME NOT LIKE 'DATABASECHANGELOG%'
            UNION ALL
            SELECT CONCAT_WS(' | ', 'column', TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COALESCE(COLUMN_DEFAULT, '-'), COLLATION_NAME,
                EXTRA, COLUMN_COMMENT)
            FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME NOT LIKE 'DATABASECHANGELOG%'
            UNION ALL
            SELECT CONCAT_WS(' | ', 'index', TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX, COLUMN_NAME, NON_UNIQUE, COLLATION, SUB_PART)
            FROM INFORMATION_SCHEMA.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME NOT LIKE 'DATABASECHANGELOG%'
            UNION ALL
            SELECT CONCAT_WS(' | ', 'foreign key', k.TABLE_NAME, k.CONSTRAINT_NAME, k.COLUMN_NAME, k.REFERENCED_TABLE_NAME,
                k.REFERENCED_COLUMN_NAME, r.DELETE_RULE, r.UPDATE_RULE)
            FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE k
            JOIN INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS r
                ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME AND r.TABLE_NAME = k.TABLE_NAME
            WHERE k.CONSTRAINT_SCHEMA = DATABASE()
            UNION ALL
            SELECT CONCAT_WS(' | ', 'check', TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE)
            FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()
            UNION ALL
            SELECT CONCAT_WS(' | ', 'trigger', EVENT_OBJECT_TABLE, TRIGGER_NAME, ACTION_TIMING, EVENT_MANIPULATION, ACTION_STATEMENT,
                DEFINER)
            FROM INFORMATION_SCHEMA.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()
            ORDER BY line
            """;
}
