package dev.latchkey.operation.start;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that wait for their answers without an end, as a change of a large table needs. The pool, whose statements are given
 * up after a minute of silence, sets its own limit again for whoever gets the connection next.
 */
final class UnhurriedDataSource extends DelegatingDataSource {

    private static final int NO_LIMIT = 0;

    UnhurriedDataSource(DataSource source) {
        super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        connection.setNetworkTimeout(Runnable::run, NO_LIMIT);
        return connection;
    }
}
