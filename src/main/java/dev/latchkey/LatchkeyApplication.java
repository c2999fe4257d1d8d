package dev.latchkey;

import dev.latchkey.twofactor.KeysetFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Latchkey: two-factor authentication on an organisation's account. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class LatchkeyApplication {

    private static final String CREATE_KEYSET = "--create-keyset=";

    /** Starts the product, whose settings come from Spring Boot's environment; with {@code --create-keyset=FILE} makes that file. */
    public static void main(String[] args) throws IOException {
        var keyset = Arrays.stream(args)
                .filter(argument -> argument.startsWith(CREATE_KEYSET))
                .findFirst();
        if (keyset.isPresent()) {
            createKeyset(Path.of(keyset.get().substring(CREATE_KEYSET.length())));
        } else {
            SpringApplication.run(LatchkeyApplication.class, args);
        }
    }

    private static void createKeyset(Path file) throws IOException {
        try {
            KeysetFile.create(file);
            System.out.println("Made the keyset " + file + ". Keep a copy apart from the database's backups.");
        } catch (FileAlreadyExistsException e) {
            System.out.println("There is a keyset at " + file + " already; it stays as it is.");
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    static SettingsCheck settingsCheck() {
        return new SettingsCheck();
    }
}
