package dev.latchkey.support;

import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.twofactor.keyset.KeysetFile;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The environment in which a {@link ProductJar} starts: what its operator would set, on the servers of the tests. */
public final class ProductSettings {

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> jvmOptions = new ArrayList<>();

    private ProductSettings(Path folder) {
        this.folder = folder;
    }

    /**
     * Settings with free ports, a keyset of their own, and the tests' database and mail servers.
     *
     * @param folder where it runs and keeps its keyset
     * @param database the name of its database, which begins with {@code latchkey}
     */
    public static ProductSettings of(Path folder, String database) throws IOException {
        var settings = new ProductSettings(folder);
        var keyset = folder.resolve("keyset.json");
        if (!Files.exists(keyset)) {
            KeysetFile.create(keyset);
        }
        var port = freePort();
        settings.environment.putAll(Map.of(
                "SERVER_PORT", port,
                "MANAGEMENT_SERVER_PORT", freePort(),
                "SPRING_DATASOURCE_URL", RealServers.database(database),
                "SPRING_DATASOURCE_USERNAME", EmbeddedMariaDb.USER,
                "SPRING_DATASOURCE_PASSWORD", EmbeddedMariaDb.USER,
                "SPRING_LIQUIBASE_USER", EmbeddedMariaDb.OWNER,
                "SPRING_LIQUIBASE_PASSWORD", EmbeddedMariaDb.OWNER));
        settings.environment.putAll(Map.of(
                "SPRING_MAIL_HOST",
                "127.0.0.1",
                "SPRING_MAIL_PORT",
                String.valueOf(RealServers.smtpPort()),
                "LATCHKEY_PUBLIC_URL",
                "http://localhost:" + port,
                "LATCHKEY_MAIL_FROM",
                "latchkey@example.com",
                "LATCHKEY_KEYSET_FILE",
                keyset.toString()));
        return settings;
    }

    /** No setting at all, for commands that need none. */
    public static ProductSettings none(Path folder) {
        return new ProductSettings(folder);
    }

    /** A port that was free just now. */
    public static String freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }

    /** The same settings on ports of their own: those of a second node. */
    public ProductSettings ofAnotherNode() throws IOException {
        var other = new ProductSettings(folder);
        other.environment.putAll(environment);
        other.jvmOptions.addAll(jvmOptions);
        return other.with("SERVER_PORT", freePort()).with("MANAGEMENT_SERVER_PORT", freePort());
    }

    /** With that variable. */
    public ProductSettings with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Without that variable. */
    public ProductSettings without(String variable) {
        environment.remove(variable);
        return this;
    }

    /** With an option of the JVM, such as {@code -Dname=value}. */
    public ProductSettings withJvmOption(String option) {
        jvmOptions.add(option);
        return this;
    }

    Path folder() {
        return folder;
    }

    /** All variables. */
    public Map<String, String> environment() {
        return environment;
    }

    List<String> jvmOptions() {
        return jvmOptions;
    }

    String managementUrl() {
        return "http://127.0.0.1:" + environment.get("MANAGEMENT_SERVER_PORT");
    }

    String publicUrl() {
        return "http://localhost:" + environment.get("SERVER_PORT");
    }
}
