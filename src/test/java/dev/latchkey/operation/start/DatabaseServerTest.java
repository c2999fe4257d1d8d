package dev.latchkey.operation.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseServerTest {

    @ParameterizedTest
    @CsvSource({
        "11.4.5-MariaDB-log, true, MIXED",
        "11.4.5-MariaDB-log, true, ROW",
        "12.1.2-MariaDB, false, STATEMENT",
    })
    void a_server_that_can_share_the_outbox_is_fit(String version, boolean logBin, String format) {
        assertThat(new DatabaseServer(version, logBin, format).problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.5.29-MariaDB", "11.3.2-MariaDB", "8.4.0"})
    void a_server_that_is_too_old_or_no_mariadb_is_told_its_version(String version) {
        assertThat(new DatabaseServer(version, false, "MIXED").problem())
                .contains("The database is " + version + ". Latchkey needs MariaDB 11.4 or later.");
    }
}
