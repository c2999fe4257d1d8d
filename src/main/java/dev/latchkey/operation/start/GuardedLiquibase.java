package dev.latchkey.operation.start;

import dev.latchkey.operation.start.SchemaRepository.ForeignTrigger;
import java.util.stream.Collectors;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets Liquibase change the schema only on a server that is fit, on one node at a time, and after what an earlier start left behind
 * is put right. For the reasons see docs/decisions/liquibase.md.
 */
final class GuardedLiquibase extends SpringLiquibase {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedLiquibase.class);

    private static final int SECONDS_A_TURN_IS_AWAITED = 10;
    private static final int MOST_TURNS_AWAITED = 60;
    private static final int SECONDS_A_LOCK_IS_RESPECTED = 30;

    private final SpringLiquibase liquibase;

    GuardedLiquibase(SpringLiquibase liquibase) {
        this.liquibase = liquibase;
        setDataSource(liquibase.getDataSource());
    }

    /** Refuses an unfit server, waits for other nodes, and changes the schema. */
    @Override
    public void afterPropertiesSet() throws LiquibaseException {
        try (var schema = SchemaRepository.connect(liquibase)) {
            schema.server().refuseUnfit();
            awaitTurn(schema);
            freeLeftOverLock(schema);
            if (schema.hasOtherFileNames()) {
                schema.unifyFileNames();
                LOG.info("The jar and the container image now record schema changes under the same file names");
            }
            liquibase.afterPropertiesSet();
            adoptTriggers(schema);
        }
    }

    private static void awaitTurn(SchemaRepository schema) {
        for (var waited = 0; !schema.takeTurn(SECONDS_A_TURN_IS_AWAITED); waited++) {
            var holder = schema.whoseTurn().map(String::valueOf).orElse("?");
            if (waited == MOST_TURNS_AWAITED) {
                throw new UnfitDatabaseException(
                        "Connection %s of the database has been changing the schema for more than %d minutes."
                                .formatted(holder, SECONDS_A_TURN_IS_AWAITED * MOST_TURNS_AWAITED / 60),
                        "Wait until the node that it belongs to has started, and start again. If that node is dead, run KILL "
                                + holder + " in the database.");
            }
            LOG.info(
                    "Another node is changing the schema, over connection {} of the database. Waiting for it."
                            + " If that node is dead, run KILL {} in the database.",
                    holder,
                    holder);
        }
    }

    /** A node of this version that changes the schema has the turn; so this one belongs to an older version, or to a dead process. */
    private static void freeLeftOverLock(SchemaRepository schema) {
        var lock = schema.tableLock();
        for (var waited = 0; lock.isPresent(); waited++) {
            var found = lock.get();
            if (!found.canBeAlive() || Math.max(found.age(), waited) >= SECONDS_A_LOCK_IS_RESPECTED) {
                LOG.warn(
                        "Took over the lock DATABASECHANGELOGLOCK, which {} had left behind {} seconds ago: its start was"
                                + " interrupted while it changed the schema",
                        found.owner(),
                        found.age());
                schema.freeTableLock();
                return;
            }
            if (waited % SECONDS_A_TURN_IS_AWAITED == 0) {
                LOG.info(
                        "{} took the lock DATABASECHANGELOGLOCK {} seconds ago and may be an older version that changes the"
                                + " schema. Waiting until the lock is {} seconds old. If nothing is starting there, run UPDATE"
                                + " DATABASECHANGELOGLOCK SET LOCKED = 0 in the database.",
                        found.owner(),
                        found.age(),
                        SECONDS_A_LOCK_IS_RESPECTED);
            }
            schema.pause();
            lock = schema.tableLock();
        }
    }

    /** A trigger fails, and whatever fires it, once its definer is no user of the server; a restore brings such triggers. */
    private static void adoptTriggers(SchemaRepository schema) {
        var foreign = schema.foreignTriggers();
        foreign.forEach(schema::adopt);
        if (!foreign.isEmpty()) {
            LOG.warn(
                    "Triggers were defined by another database user than the owner of the tables, as after a restore. {} defined"
                            + " them again: {}",
                    foreign.getFirst().owner(),
                    foreign.stream().map(GuardedLiquibase::nameAndDefiner).collect(Collectors.joining(", ")));
        }
    }

    private static String nameAndDefiner(ForeignTrigger trigger) {
        return trigger.name() + " (by " + trigger.definer() + ")";
    }
}
