package dev.latchkey.support;

import dev.latchkey.demo.EmbeddedMariaDb;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The tests' MariaDB as it is during a failover: it takes no changes, of any database, until this is closed. */
public final class ReadOnlyServer implements AutoCloseable {

    private static final String URL = urlOfServer();

    /** Makes it so. */
    public ReadOnlyServer() throws SQLException {
        setReadOnly(1);
    }

    @Override
    public void close() throws SQLException {
        setReadOnly(0);
    }

    /** Without a database: the operator may enter none. */
    private static String urlOfServer() {
        var url = RealServers.database("latchkey_test");
        return url.substring(0, url.lastIndexOf('/') + 1);
    }

    private static void setReadOnly(int value) throws SQLException {
        try (var connection = DriverManager.getConnection(URL, EmbeddedMariaDb.OPERATOR, EmbeddedMariaDb.OPERATOR);
                var statement = connection.createStatement()) {
            statement.execute("SET GLOBAL read_only = " + value);
        }
    }
}
