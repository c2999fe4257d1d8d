package dev.latchkey.support;

import dev.latchkey.demo.EmbeddedMariaDb;
import java.util.List;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.FastCheckService;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the tables of a database are like: a line for each table, column, index, constraint and trigger, in whatever order they were made. */
public record Schema(List<String> lines) {

    private static final String LINES = """
            SELECT CONCAT_WS(' | ', 'table', TABLE_NAME, TABLE_COLLATION, ENGINE, TABLE_COMMENT) AS line
            FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME NOT LIKE 'DATABASECHANGELOG%'
            UNION ALL
            SELECT CONCAT_WS(' | ', 'column', TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COALESCE(COLUMN_DEFAULT, '-'),
                COLLATION_NAME, EXTRA, COLUMN_COMMENT)
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

    /** Reads it as the owner of the tables. */
    public static Schema of(JdbcTemplate owner) {
        return new Schema(owner.queryForList(LINES, String.class));
    }

    /** What one is like that a single start makes, undisturbed, in an empty database of that name. */
    public static Schema ofNew(String database) throws LiquibaseException {
        var owner = emptyDatabase(database);
        run(new SpringLiquibase(), owner);
        return of(owner);
    }

    /** Makes the first of its changes and no more, in an empty database. */
    public static void makeBeginning(JdbcTemplate owner, int changes) throws LiquibaseException {
        run(
                new SpringLiquibase() {
                    @Override
                    protected void performUpdate(Liquibase liquibase) throws LiquibaseException {
                        liquibase.update(changes, new Contexts(), new LabelExpression());
                    }
                },
                owner);
    }

    private static void run(SpringLiquibase liquibase, JdbcTemplate owner) throws LiquibaseException {
        liquibase.setDataSource(owner.getDataSource());
        liquibase.setResourceLoader(new DefaultResourceLoader());
        liquibase.setChangeLog("classpath:db/changelog/db.changelog-master.yaml");
        liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
        // Which would remember an earlier database of that name
        Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
        liquibase.afterPropertiesSet();
    }

    /** The owner of the tables of an empty database of that name, which begins with {@code latchkey}, on the shared server. */
    public static JdbcTemplate emptyDatabase(String name) {
        var owner = new JdbcTemplate(
                new DriverManagerDataSource(RealServers.database(name), EmbeddedMariaDb.OWNER, EmbeddedMariaDb.OWNER));
        owner.execute("DROP DATABASE " + name);
        RealServers.database(name);
        return owner;
    }

    /** The ids of the changes that are recorded, in their order. */
    public static List<String> recordedChanges(JdbcTemplate owner) {
        return owner.queryForList("SELECT ID FROM DATABASECHANGELOG ORDER BY ORDEREXECUTED", String.class);
    }
}
