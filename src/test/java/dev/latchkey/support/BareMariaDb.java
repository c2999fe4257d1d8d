package dev.latchkey.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A server without users and privileges, which lets everybody in: for what happens before these matter. */
public final class BareMariaDb implements AutoCloseable {

    private static final Path DEBIANS = Path.of("/usr/sbin/mariadbd");

    private final Process process;
    private final String url;

    private BareMariaDb(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Debian's server, if it is installed and of that version, such as {@code 10.11}. */
    public static Optional<Path> debians(String version) throws IOException {
        if (!Files.isExecutable(DEBIANS)) {
            return Optional.empty();
        }
        var asked = new ProcessBuilder(DEBIANS.toString(), "--version").start();
        var says = new String(asked.getInputStream().readAllBytes());
        return Optional.of(DEBIANS).filter(server -> says.contains(" " + version + "."));
    }

    /** Starts it in an empty folder, with further options, and with an empty database {@code latchkey}. */
    public static BareMariaDb start(Path server, Path folder, String... options) throws IOException {
        var port = ProductSettings.freePort();
        var data = Files.createDirectories(folder.resolve("data"));
        var command = new ArrayList<>(List.of(
                server.toAbsolutePath().toString(),
                "--no-defaults",
                "--skip-grant-tables",
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + folder.resolve("socket"),
                "--datadir=" + data,
                "--pid-file=" + folder.resolve("pid")));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        var started = new BareMariaDb(process, "jdbc:mariadb://127.0.0.1:" + port + "/latchkey");
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> {
            DriverManager.getConnection(started.url + "?createDatabaseIfNotExist=true", "any", "")
                    .close();
            return true;
        });
        return started;
    }

    /** The address of its database. */
    public String url() {
        return url;
    }

    /** Whoever asks there. */
    public JdbcTemplate jdbc() {
        return new JdbcTemplate(new DriverManagerDataSource(url, "any", ""));
    }

    /** Ends it; what it holds is worth nothing. */
    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
