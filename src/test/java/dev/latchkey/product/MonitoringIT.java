package dev.latchkey.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.support.Browser;
import dev.latchkey.support.Fail2ban;
import dev.latchkey.support.ProductJar;
import dev.latchkey.support.ProductSettings;
import dev.latchkey.support.Prometheus;
import dev.latchkey.support.ReadOnlyServer;
import dev.latchkey.support.RealServers;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar as monitoring sees it: the log as JSON, and its metrics in a real Prometheus with the files of {@code docs/operations}. */
class MonitoringIT {

    private static final Path DOCS = Path.of("docs", "operations");
    private static final Pattern EXPRESSION = Pattern.compile("\"?expr\"?: \"?(.*)");
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:latchkey|tasks|hikaricp|http|jvm|process)_[a-z_]+\\b|\\bup\\b");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static String database;
    private static ProductJar product;

    @BeforeAll
    static void start() throws Exception {
        database = RealServers.database("latchkey_monitoring");
        product = ProductJar.serve(
                ProductSettings.of(folder, "latchkey_monitoring").with("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs"));
    }

    @AfterAll
    static void stop() throws Exception {
        product.close();
    }

    @Test
    void FIELD_O11_FIELD_O15_each_line_of_the_log_is_one_json_object_stack_traces_and_failed_logins_included()
            throws Exception {
        var port = URI.create(product.url("/")).getPort();
        new Browser(port).logIn("nobody@example.com", "not the password\n\"}");
        product.await(Pattern.compile("(\"logger\":\"dev\\.latchkey\\.signin\\.FailedLogin\".*"
                + "\"message\":\"Failed login from 127\\.[0-9.]+: wrong email or password\")"));
        rename("outbox_message", "outbox_message_away");
        try {
            product.await(Pattern.compile("(\"stack_trace\":\"[^\"]+\\\\n\\\\tat )"));
        } finally {
            rename("outbox_message_away", "outbox_message");
        }

        assertThat(product.output().lines())
                .hasSizeGreaterThan(5)
                .allSatisfy(line -> assertThat(json(line).hasNonNull("message")).isTrue());
    }

    @Test
    void FIELD_O15_fail2ban_finds_the_failed_login_in_the_log_as_json() throws Exception {
        assumeTrue(Fail2ban.isInstalled(), "fail2ban-regex is not installed");
        new Browser(URI.create(product.url("/")).getPort()).logIn("nobody@example.com", "not the password");
        product.await(Pattern.compile("(Failed login from )"));
        var log = Files.writeString(folder.resolve("log"), product.output());

        assertThat(Fail2ban.find("latchkey-json", log)).containsPattern("Failregex: [1-9]");
    }

    @Test
    void FIELD_O11_prometheus_finds_every_metric_of_the_dashboard_and_of_the_alerts_which_fire() throws Exception {
        assumeTrue(Prometheus.isInstalled(), "prometheus is not installed");
        new Browser(URI.create(product.url("/")).getPort()).open("/login");
        try (var prometheus = Prometheus.start(
                DOCS, folder, URI.create(product.managementUrl("/")).getPort())) {
            var metrics = new TreeSet<>(metricsOf("grafana-dashboard.json"));
            metrics.addAll(metricsOf("prometheus-alerts.yml"));
            assertThat(metrics).hasSizeGreaterThan(25);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(metrics).allMatch(metric -> prometheus.knows(metric)));
            assertThat(prometheus.firing()).isEmpty();

            var before = product.output().length();
            try (var outage = new ReadOnlyServer()) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(prometheus.firing())
                                .contains("LatchkeyDatabaseNotWritable", "LatchkeyNotReady"));
                assertThat(product.output().substring(before))
                        .as("no job repeats what readiness has said")
                        .doesNotContain("\"ERROR\"");
            }
        }
    }

    /** Those that an expression names, without the time series that it makes of them. */
    private static List<String> metricsOf(String file) throws Exception {
        return EXPRESSION
                .matcher(Files.readString(DOCS.resolve(file)))
                .results()
                .flatMap(expression -> METRIC.matcher(expression.group(1)).results())
                .map(MatchResult::group)
                .collect(Collectors.toList());
    }

    private static JsonNode json(String line) {
        return JsonMapper.shared().readTree(line);
    }

    private static void rename(String table, String name) throws SQLException {
        try (var connection = DriverManager.getConnection(database, EmbeddedMariaDb.OWNER, EmbeddedMariaDb.OWNER);
                var statement = connection.createStatement()) {
            statement.execute("RENAME TABLE " + table + " TO " + name);
        }
    }
}
