package dev.latchkey.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbTest {

    private static final Path BINARIES = Path.of("target", "mariadb");

    @Test
    void what_it_keeps_is_there_again_at_the_next_start_even_below_the_temporary_folder(@TempDir Path state)
            throws Exception {
        try (var database = EmbeddedMariaDb.start(BINARIES, state)) {
            execute(database, "CREATE TABLE kept (id INT)");
        }

        try (var database = EmbeddedMariaDb.start(BINARIES, state)) {
            execute(database, "INSERT INTO kept VALUES (1)");
        }
        assertThat(state.resolve("data")).isNotEmptyDirectory();
    }

    private static void execute(EmbeddedMariaDb database, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(
                        database.jdbcUrl("latchkey_kept"), EmbeddedMariaDb.OWNER, EmbeddedMariaDb.OWNER);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
