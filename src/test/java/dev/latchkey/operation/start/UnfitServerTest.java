package dev.latchkey.operation.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.support.BareMariaDb;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfitServerTest {

    @TempDir
    private Path folder;

    @Test
    void FIELD_O12_a_server_that_logs_statements_is_refused_before_anything_is_created() throws Exception {
        try (var server = BareMariaDb.start(BareMariaDb.TESTED, folder, "--log-bin", "--binlog-format=STATEMENT")) {
            var start = SchemaStart.on(server.jdbc());

            assertThatExceptionOfType(UnfitDatabaseException.class)
                    .isThrownBy(start::run)
                    .withMessage("The database writes its binary log by statement. Set binlog_format to MIXED or ROW.");

            assertThat(server.jdbc().queryForList("SHOW TABLES")).isEmpty();
        }
    }
}
