package dev.latchkey.operation.setting;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.LatchkeyApplication;
import dev.latchkey.operation.start.SettingsCheck;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The start with the settings of an environment, as far as it goes before it opens a connection: everything but the application. */
final class RefusedStart {

    private static final Map<String, Object> COMPLETE = Map.of(
            "SPRING_DATASOURCE_URL", "jdbc:mariadb://127.0.0.1:1/none",
            "SPRING_DATASOURCE_USERNAME", "latchkey",
            "SPRING_DATASOURCE_PASSWORD", "hush",
            "SPRING_MAIL_HOST", "127.0.0.1",
            "LATCHKEY_PUBLIC_URL", "https://latchkey.example.com",
            "LATCHKEY_MAIL_FROM", "latchkey@example.com",
            "LATCHKEY_KEYSET_FILE", "/no/such/file");

    private final Map<String, Object> variables = new HashMap<>(COMPLETE);

    private RefusedStart() {}

    /** One that succeeds. */
    static RefusedStart withCompleteSettings() {
        return new RefusedStart();
    }

    RefusedStart with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    RefusedStart without(String variable) {
        variables.remove(variable);
        return this;
    }

    /** Succeeds, or fails the test. */
    void succeed(String... arguments) {
        application().run(arguments).close();
    }

    /** Is refused; what is said is in the output. */
    void fail(String... arguments) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> application().run(arguments).close());
    }

    private SpringApplication application() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        return new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .environment(environment)
                .registerShutdownHook(false)
                .build();
    }

    @ConfigurationPropertiesScan(basePackageClasses = LatchkeyApplication.class)
    @EnableConfigurationProperties({ServerProperties.class, TomcatServerProperties.class, MailProperties.class})
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class Settings {

        @Bean
        static SettingsCheck settingsCheck() {
            return SettingsCheck.ofEverything();
        }
    }
}
