package dev.latchkey.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The scripts of {@code docs/operations}, run as an operator runs them, with the client programs of the tests' MariaDB. */
public final class OperatorScript {

    private static final Path SCRIPTS = Path.of("docs", "operations");
    private static final Path CLIENTS = Path.of("target", "mariadb", "bin");

    private OperatorScript() {}

    /** Runs it to its end. */
    public static Result run(String name, String... arguments) throws IOException, InterruptedException {
        return run(name, Map.of(), arguments);
    }

    /** Runs it to its end, with those settings in its environment. */
    public static Result run(String name, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return bash(environment, SCRIPTS.resolve(name).toString(), arguments);
    }

    /** Runs commands that an operator types, which name the arguments {@code $1} and so on. */
    public static Result type(String commands, String... arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(commands, "typed"));
        all.addAll(List.of(arguments));
        return bash(Map.of(), "-c", all.toArray(String[]::new));
    }

    private static Result bash(Map<String, String> environment, String first, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("bash", first));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment()
                .merge("PATH", CLIENTS.toAbsolutePath().toString(), (path, own) -> own + File.pathSeparator + path);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(output).isTrue();
        return new Result(process.exitValue(), output);
    }

    /** The file with the user and the password for a database, which only its owner may read. */
    public static Path defaultsFile(Path folder, String jdbcUrl, String user, String password) throws IOException {
        var server = URI.create(jdbcUrl.substring("jdbc:".length()));
        var file = folder.resolve(user + ".cnf");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, """
                [client]
                host=%s
                port=%d
                user=%s
                password=%s
                # The tests' server has no certificate
                skip-ssl
                """.formatted(server.getHost(), server.getPort(), user, password));
    }

    /** The name of the database in its address. */
    public static String nameIn(String jdbcUrl) {
        return URI.create(jdbcUrl.substring("jdbc:".length())).getPath().substring(1);
    }

    /** The one backup in a folder. */
    public static Path backupIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql.gz"))
                    .reduce((one, other) -> {
                        throw new AssertionError("more than one backup");
                    })
                    .orElseThrow();
        }
    }

    /** How a script ended, and what it printed. */
    public record Result(int exitCode, String output) {

        /** The same, after it has succeeded. */
        public Result succeeds() {
            assertThat(exitCode).as(output).isZero();
            return this;
        }

        /** What it printed, after it has failed. */
        public String fails() {
            assertThat(exitCode).as(output).isEqualTo(1);
            return output;
        }
    }
}
