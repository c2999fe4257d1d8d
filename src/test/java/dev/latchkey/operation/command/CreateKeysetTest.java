package dev.latchkey.operation.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.LatchkeyApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, whose umask is the system's. */
class CreateKeysetTest {

    @TempDir
    private Path folder;

    @Test
    void FIELD_A19_nobody_else_reads_the_keyset_or_puts_another_in_its_place_whatever_the_umask() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var file = folder.resolve("keys/of/latchkey/keyset.json");

        assertThat(create(file, "000")).contains("Created the keyset");

        assertThat(permissions(file)).isEqualTo("rw-------");
        for (var made = file.getParent(); !made.equals(folder); made = made.getParent()) {
            assertThat(permissions(made)).as(made.toString()).isEqualTo("rwx------");
        }
        assertThat(permissions(folder)).as("was there before").isEqualTo("rwxr-xr-x");
        assertThat(create(file, "000")).contains("already");
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String create(Path file, String umask) throws Exception {
        var process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "umask " + umask + " && exec \"$@\"",
                        "sh",
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        "target/classes:" + Files.readString(Path.of("target/test-classpath")),
                        LatchkeyApplication.class.getName(),
                        "--create-keyset=" + file)
                .redirectErrorStream(true)
                .start();
        try (var output = process.inputReader()) {
            var text = String.join("\n", output.lines().toList());
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(text).isZero();
            return text;
        }
    }
}
