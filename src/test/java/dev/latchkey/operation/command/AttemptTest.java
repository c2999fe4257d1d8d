package dev.latchkey.operation.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.twofactor.rotation.KeyRotation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whatever fails a command, it ends with a sentence. */
@LatchkeyTest
class AttemptTest {

    @Value("${spring.datasource.url}")
    private String jdbcUrl;

    @Value("${latchkey.keyset-file}")
    private Path keyset;

    @Autowired
    private KeyRotation rotation;

    @Test
    void a_database_that_fails_while_a_command_runs_gets_a_sentence() {
        var owner =
                new JdbcTemplate(new DriverManagerDataSource(jdbcUrl, EmbeddedMariaDb.OWNER, EmbeddedMariaDb.OWNER));
        owner.execute("RENAME TABLE keyset_canary TO keyset_canary_kept");
        try {
            assertThat(outcomeOf(this::addKey))
                    .startsWith("1 The command was not completed, because the database failed.")
                    .contains("keyset_canary");
        } finally {
            owner.execute("RENAME TABLE keyset_canary_kept TO keyset_canary");
        }
    }

    @Test
    void a_keyset_that_becomes_unreadable_while_a_command_runs_gets_a_sentence() throws IOException {
        var whole = Files.readAllBytes(keyset);
        Files.writeString(keyset, "rubbish");
        try {
            assertThat(outcomeOf(this::addKey))
                    .isEqualTo("1 The command was not completed. The file " + keyset + " isn't a keyset.");
            assertThat(keyset).hasContent("rubbish");
        } finally {
            Files.write(keyset, whole);
        }
    }

    @Test
    void a_file_that_cannot_be_written_gets_its_reason() {
        assertThat(outcomeOf(() -> {
                    throw new NoSuchFileException("/missing/file");
                }))
                .isEqualTo("1 The command was not completed: no such file or folder.");
        assertThat(outcomeOf(() -> {
                    throw new IOException("No space left on device");
                }))
                .isEqualTo("1 The command was not completed: No space left on device.");
    }

    private int addKey() {
        return new KeysetCommand(rotation, System.out).perform(KeysetCommand::addKey, Optional.empty());
    }

    private static String outcomeOf(Attempt.Step step) {
        var screen = new ByteArrayOutputStream();
        var exitCode = Attempt.of(step, new PrintStream(screen, true, StandardCharsets.UTF_8));
        return exitCode + " " + screen.toString(StandardCharsets.UTF_8).strip();
    }
}
