package dev.latchkey.support;

import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.core.convert.DataAccessStrategyFactory;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.QueryMappingConfiguration;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The product's repositories over other connections than its own. */
public final class DataRepositories {

    private DataRepositories() {}

    /** Makes one that works in the transactions of that database, and converts as the application does. */
    public static <T> T over(DataSource database, Class<T> repository, ApplicationContext application) {
        var converter = application.getBean(JdbcConverter.class);
        var strategy = new DataAccessStrategyFactory(
                converter,
                new NamedParameterJdbcTemplate(database),
                application.getBean(JdbcDialect.class),
                QueryMappingConfiguration.EMPTY);
        return new JdbcRepositoryFactory(new JdbcAggregateTemplate(converter, strategy.create()))
                .getRepository(repository);
    }
}
