package dev.latchkey.support;

import dev.latchkey.demo.EmbeddedMariaDb;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whoever owns the database and may change its tables, which the application itself may not. */
public final class DatabaseOwner {

    private DatabaseOwner() {}

    /** The owner of the database that the application uses. */
    public static JdbcTemplate of(Environment application) {
        return new JdbcTemplate(new DriverManagerDataSource(
                application.getRequiredProperty("spring.datasource.url"),
                EmbeddedMariaDb.OWNER,
                EmbeddedMariaDb.OWNER));
    }
}
