package dev.latchkey.operation.start;

import dev.latchkey.operation.start.SchemaRepository.ForeignTrigger;
import java.time.Duration;
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

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int SECONDS_BETWEEN_LINES = 10;
    private static final int SECONDS_A_LOCK_IS_RESPECTED = 30;

    private final SpringLiquibase liquibase;
    private final Duration patience;

    GuardedLiquibase(SpringLiquibase liquibase) {
        this(liquibase, PATIENCE);
    }

    /** One that waits so long for other nodes, to the second. */
    GuardedLiquibase(SpringLiquibase liquibase, Duration patience) {
        this.liquibase = liquibase;
        this.patience = patience;
        liquibase.setDataSource(new UnhurriedDataSource(liquibase.getDataSource()));
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
            adoptTriggers(schema);
            liquibase.afterPropertiesSet();
        }
    }

    private void awaitTurn(SchemaRepository schema) {
        var left = (int) patience.toSeconds();
        while (!schema.takeTurn(Math.min(left, SECONDS_BETWEEN_LINES))) {
            var holder = schema.whoseTurn().map(String::valueOf).orElse("?");
            left -= SECONDS_BETWEEN_LINES;
            if (left <= 0) {
                throw new UnfitDatabaseException(
                        "Another node has been changing the schema for %d seconds, over connection %s of the database."
                                .formatted(patience.toSeconds(), holder),
                        "Wait until that node has started, and start again. If it is dead, run KILL " + holder
                                + " in the database.");
            }
            LOG.info(
                    "Another node is changing the schema, over connection {} of the database. Waiting for it."
                            + " If it is dead, run KILL {} in the database.",
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
            if (waited % SECONDS_BETWEEN_LINES == 0) {
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

    /**
     * A trigger fails, and whatever fires it, once its definer is no user of the server; a restore brings such triggers. They get
     * the text of the change log, not the one found: somebody who may only make triggers would otherwise get the owner's privileges.
     */
    private static void adoptTriggers(SchemaRepository schema) {
        var foreign = schema.foreignTriggers(AuditTriggerChanges.TRIGGERS);
        foreign.forEach(trigger -> schema.forget(AuditTriggerChanges.changeSetOf(trigger.name())));
        if (!foreign.isEmpty()) {
            LOG.warn(
                    "Triggers were defined by another database user than the owner of the tables, as after a restore. {} defines"
                            + " them again: {}",
                    foreign.getFirst().owner(),
                    foreign.stream().map(GuardedLiquibase::nameAndDefiner).collect(Collectors.joining(", ")));
        }
    }

    private static String nameAndDefiner(ForeignTrigger trigger) {
        return trigger.name() + " (by " + trigger.definer() + ")";
    }
}
