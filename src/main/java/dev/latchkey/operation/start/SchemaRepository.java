package dev.latchkey.operation.start;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What {@link GuardedLiquibase} asks and changes as the owner of the tables, over one connection: the turn to change the schema is a
 * lock of that connection, so that the server gives it back when the process dies. Tables that do not exist yet count as empty.
 */
final class SchemaRepository implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaRepository.class);

    private static final String TURN = "CONCAT('latchkey.schema.', COALESCE(DATABASE(), ''))";

    private final DataSource source;
    private final Connection connection;
    private final JdbcClient jdbc;

    private SchemaRepository(DataSource source) {
        this.source = source;
        this.connection = DataSourceUtils.getConnection(source);
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** Connects to the database as Liquibase would. */
    static SchemaRepository connect(SpringLiquibase liquibase) {
        return new SchemaRepository(liquibase.getDataSource());
    }

    DatabaseServer server() {
        return jdbc.sql(DatabaseServerRepository.CURRENT)
                .query(DatabaseServer.class)
                .single();
    }

    /** Waits that many seconds for the turn to change the schema; false if another connection still has it. */
    boolean takeTurn(int seconds) {
        // While Liquibase works, this connection is idle, for longer than some servers let it
        jdbc.sql("SET SESSION wait_timeout = 28800").update();
        return jdbc.sql("SELECT GET_LOCK(" + TURN + ", :seconds) = 1")
                .param("seconds", seconds)
                .query(Boolean.class)
                .single();
    }

    /** The id of the connection whose turn it is, for {@code KILL}; empty if it is nobody's. */
    Optional<Long> whoseTurn() {
        return jdbc.sql("SELECT IS_USED_LOCK(" + TURN + ") AS id")
                .query(Turn.class)
                .single()
                .holder();
    }

    /** Liquibase's own lock, if somebody has it or has left it behind. */
    Optional<TableLock> tableLock() {
        if (!hasTable("DATABASECHANGELOGLOCK")) {
            return Optional.empty();
        }
        // A member of a Galera cluster does not see the connections to the others
        return jdbc.sql("""
                SELECT COALESCE(LOCKEDBY, '?') AS owner, COALESCE(TIMESTAMPDIFF(SECOND, LOCKGRANTED, UTC_TIMESTAMP()), 0) AS age,
                    EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.PROCESSLIST
                            WHERE USER = SUBSTRING_INDEX(USER(), '@', 1) AND DB = DATABASE() AND ID <> CONNECTION_ID())
                    OR EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.GLOBAL_VARIABLES
                               WHERE VARIABLE_NAME = 'WSREP_ON' AND VARIABLE_VALUE = 'ON') AS can_be_alive
                FROM DATABASECHANGELOGLOCK WHERE LOCKED
                """).query(TableLock.class).optional();
    }

    void freeTableLock() {
        jdbc.sql("UPDATE DATABASECHANGELOGLOCK SET LOCKED = FALSE, LOCKGRANTED = NULL, LOCKEDBY = NULL")
                .update();
    }

    /** Waits a second, on the server. */
    void pause() {
        jdbc.sql("DO SLEEP(1)").update();
    }

    /** Whether changes are recorded under file names that not all packagings of the product share. */
    boolean hasOtherFileNames() {
        return hasTable("DATABASECHANGELOG")
                && jdbc.sql(
                                "SELECT COUNT(*) > 0 FROM DATABASECHANGELOG WHERE LOCATE('db/changelog/changes/', FILENAME) > 1")
                        .query(Boolean.class)
                        .single();
    }

    /** Gives those changes the file names that all share. */
    void unifyFileNames() {
        jdbc.sql("""
                UPDATE DATABASECHANGELOG SET FILENAME = SUBSTRING(FILENAME, LOCATE('db/changelog/changes/', FILENAME))
                WHERE LOCATE('db/changelog/changes/', FILENAME) > 1
                """).update();
    }

    /** Which of those triggers run with the privileges of somebody else than the owner of the tables; after a restore, of nobody. */
    List<ForeignTrigger> foreignTriggers(Set<String> names) {
        return jdbc.sql("""
                SELECT TRIGGER_NAME AS name, DEFINER AS definer, CURRENT_USER() AS owner
                FROM INFORMATION_SCHEMA.TRIGGERS
                WHERE TRIGGER_SCHEMA = DATABASE() AND DEFINER <> CURRENT_USER() AND TRIGGER_NAME IN (:names)
                """).param("names", names).query(ForeignTrigger.class).list();
    }

    /** Makes Liquibase run that change set once more. */
    void forget(String changeSet) {
        jdbc.sql("DELETE FROM DATABASECHANGELOG WHERE ID = :id")
                .param("id", changeSet)
                .update();
    }

    private boolean hasTable(String name) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = :name
                """).param("name", name).query(Boolean.class).single();
    }

    @Override
    public void close() {
        try {
            // A pooled connection lives on
            jdbc.sql("DO RELEASE_ALL_LOCKS()").update();
        } catch (DataAccessException e) {
            LOG.debug("The connection is gone, and the lock with it", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private record Turn(@Nullable Long id) {

        private Optional<Long> holder() {
            return Optional.ofNullable(id);
        }
    }

    /**
     * The lock in Liquibase's table, which outlives the process that took it.
     *
     * @param owner the host that took it, as Liquibase describes it
     * @param age since when, in seconds by the database's clock
     * @param canBeAlive whether a connection is open that could be its owner's
     */
    record TableLock(String owner, long age, boolean canBeAlive) {}

    /** A trigger with another definer than the owner of the tables. */
    record ForeignTrigger(String name, String definer, String owner) {}
}
