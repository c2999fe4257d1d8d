package dev.latchkey.operation.command;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import dev.latchkey.operation.DataConfiguration;
import dev.latchkey.operation.start.SchemaConfiguration;
import dev.latchkey.operation.start.SettingsCheck;
import java.util.Map;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.stereotype.Controller;

/**
 * The application without its server, for commands on the host: it does not listen, runs no scheduled jobs, and sends no mail. The
 * server's component scan does not find this configuration.
 */
@EnableAutoConfiguration(exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
@ComponentScan(
        basePackages = {
            "dev.latchkey.account",
            "dev.latchkey.user",
            "dev.latchkey.twofactor",
            "dev.latchkey.mail",
            "dev.latchkey.audit",
            "dev.latchkey.common"
        },
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ApplicationRunner.class),
            @ComponentScan.Filter(Controller.class)
        })
@ConfigurationPropertiesScan({"dev.latchkey.user", "dev.latchkey.twofactor", "dev.latchkey.mail"})
@Import({DataConfiguration.class, SchemaConfiguration.class})
class OfflineApplication {

    private static final Map<String, Object> QUIET = Map.of(
            "spring.main.banner-mode", "off", "spring.main.log-startup-info", false, "logging.level.root", "warn");

    // Nobody asks for its health, and the components of the server's are not there
    private static final Map<String, Object> UNSEEN =
            Map.of("management.endpoint.health.validate-group-membership", false);

    /** Starts it with the settings of the environment and the arguments, like the server. */
    static ConfigurableApplicationContext start(String... args) {
        return builder().run(args);
    }

    /** Like {@link #start}, but connected as the owner of the tables, if that is another database user. */
    static ConfigurableApplicationContext startAsOwner(String... args) {
        return builder()
                .initializers(context -> connectAsOwner(context.getEnvironment()))
                .run(args);
    }

    private static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(OfflineApplication.class)
                .web(WebApplicationType.NONE)
                .properties(QUIET)
                .properties(UNSEEN);
    }

    private static void connectAsOwner(ConfigurableEnvironment environment) {
        var owner = environment.getProperty("spring.liquibase.user");
        if (owner != null) {
            var password = environment.getProperty("spring.liquibase.password", "");
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "owner of the tables",
                            Map.of("spring.datasource.username", owner, "spring.datasource.password", password)));
        }
    }

    @Bean
    static SettingsCheck settingsCheck() {
        return SettingsCheck.ofEverything();
    }
}
