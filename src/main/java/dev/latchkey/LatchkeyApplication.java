package dev.latchkey;

import dev.latchkey.operation.command.Command;
import dev.latchkey.operation.start.SettingsCheck;
import java.time.ZoneOffset;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Latchkey: two-factor authentication on an organisation's account. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@EnableResilientMethods
public class LatchkeyApplication {

    /** Starts the application, unless the arguments ask for a {@link Command}; settings come from Spring Boot's environment. */
    public static void main(String[] args) {
        // The database driver writes times in the zone of the JVM; nodes in several zones share one database
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        var exitCode = Command.run(args);
        if (exitCode.isPresent()) {
            System.exit(exitCode.get());
        }
        SpringApplication.run(LatchkeyApplication.class, args);
    }

    @Bean
    static SettingsCheck settingsCheck() {
        return SettingsCheck.ofEverything();
    }
}
