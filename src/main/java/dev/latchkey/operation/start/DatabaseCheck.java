package dev.latchkey.operation.start;

import dev.latchkey.audit.AuditTriggers;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** Refuses to start on a database that cannot provide the required guarantees. */
@Component
@DependsOnDatabaseInitialization
class DatabaseCheck implements InitializingBean {

    private final DatabaseServerRepository servers;
    private final AuditTriggers triggers;

    DatabaseCheck(DatabaseServerRepository servers, AuditTriggers triggers) {
        this.servers = servers;
        this.triggers = triggers;
    }

    @Override
    public void afterPropertiesSet() {
        servers.current().refuseUnfit();
        var missing = triggers.missing();
        if (!missing.isEmpty()) {
            throw new UnfitDatabaseException(
                    "The audit trail isn't protected. These triggers are missing in the database: "
                            + String.join(", ", missing)
                            + ". Either a backup was restored without its triggers, or someone removed them.",
                    remedy(missing));
        }
    }

    /** Liquibase repeats changes that it has not recorded. */
    private static String remedy(List<String> missing) {
        var prefixes =
                missing.stream().map(AuditTriggerChanges::changeSetOf).collect(Collectors.joining("', '", "('", "')"));
        return """
                Run this statement as the owner of the tables, then start Latchkey again. It creates the triggers:
                    DELETE FROM DATABASECHANGELOG WHERE ID IN %s;
                Then run --audit-verify to check whether the trail was changed in the meantime. For the next backup: mariadb-dump includes \
                triggers if its user has the TRIGGER privilege.""".formatted(prefixes);
    }
}
