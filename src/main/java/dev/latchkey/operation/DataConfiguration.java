package dev.latchkey.operation;

import dev.latchkey.account.EmailDomains;
import dev.latchkey.user.EmailAddress;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;

/**
 * How repositories convert values: our own types with the converters below, enums by name, times to the microsecond in the zone of
 * the JVM, as the driver does. Repositories do not begin transactions; service methods do.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcRepositories(basePackages = "dev.latchkey", enableDefaultTransactions = false)
public class DataConfiguration {

    @Bean
    static JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect) {
        return JdbcCustomConversions.of(
                dialect, List.of(new EmailAddressWriter(), new EmailDomainsReader(), new EmailDomainsWriter()));
    }

    @WritingConverter
    private static final class EmailAddressWriter implements Converter<EmailAddress, String> {

        @Override
        public String convert(EmailAddress email) {
            return email.value();
        }
    }

    @ReadingConverter
    private static final class EmailDomainsReader implements Converter<String, EmailDomains> {

        @Override
        public EmailDomains convert(String stored) {
            return EmailDomains.ofStored(stored);
        }
    }

    @WritingConverter
    private static final class EmailDomainsWriter implements Converter<EmailDomains, String> {

        @Override
        public String convert(EmailDomains domains) {
            return domains.stored();
        }
    }
}
