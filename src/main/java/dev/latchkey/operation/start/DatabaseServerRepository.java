package dev.latchkey.operation.start;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface DatabaseServerRepository extends Repository<DatabaseServer, String> {

    String CURRENT = "SELECT VERSION() AS version, @@log_bin AS log_bin, @@binlog_format AS binlog_format";

    @Query(CURRENT)
    DatabaseServer current();
}
