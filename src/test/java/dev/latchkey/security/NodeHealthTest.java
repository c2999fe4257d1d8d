package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.support.AnotherNode;
import dev.latchkey.support.Cable;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.ReadOnlyServer;
import dev.latchkey.support.RealServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** What a node says of itself, to load balancers and to monitoring, while something that it needs is missing. */
@Tag("security")
class NodeHealthTest {

    private static final String DATABASE = "latchkey_health";
    /** Three questions, each of which waits 6 seconds at most, with room for a busy machine. */
    private static final Duration BOUND = Duration.ofSeconds(20);

    private static final MovableClock CLOCK = new MovableClock();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static String direct;
    private static Cable cable;
    private static AnotherNode node;

    @BeforeAll
    static void start() throws IOException {
        direct = RealServers.database(DATABASE);
        cable = new Cable(URI.create(direct.substring("jdbc:".length())).getPort());
        node = AnotherNode.beside(
                new MockEnvironment().withProperty("spring.datasource.url", direct),
                CLOCK,
                "spring.datasource.url=jdbc:mariadb://127.0.0.1:" + cable.port() + "/" + DATABASE,
                "spring.datasource.hikari.connection-timeout=1000",
                "spring.datasource.hikari.data-source-properties.socketTimeout=2000",
                "spring.liquibase.url=" + direct);
    }

    @AfterAll
    static void stop() throws IOException {
        node.close();
        cable.close();
    }

    @BeforeEach
    void becomeReady() {
        awaitReadiness(200);
    }

    @Test
    void FIELD_O11_a_node_that_can_log_users_in_is_ready_and_says_no_word_more() throws Exception {
        assertThat(ask("/actuator/health").body())
                .isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
        assertThat(ask("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(ask("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void FIELD_O11_a_database_that_is_read_only_makes_the_node_unready_and_leaves_it_alive() throws Exception {
        try (var outage = new ReadOnlyServer()) {
            awaitReadiness(503);
            assertThat(ask("/actuator/health").statusCode()).isEqualTo(503);
            assertThat(ask("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"DOWN\"}");
            assertThat(ask("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(monitor("/actuator/health").body())
                    .contains("\"database\":{\"details\":{\"problem\":\"")
                    .contains("read-only");
            await().untilAsserted(
                            () -> assertThat(monitor("/actuator/prometheus").body())
                                    .contains("latchkey_database_writable 0.0", "latchkey_node_ready 0.0"));
        }
        awaitReadiness(200);
        await().untilAsserted(() -> assertThat(monitor("/actuator/prometheus").body())
                .contains("latchkey_database_writable 1.0", "latchkey_node_ready 1.0", "latchkey_keyset_usable 1.0"));
    }

    @Test
    void FIELD_O11_a_database_that_is_gone_makes_the_node_unready_in_a_bounded_time_and_leaves_it_alive()
            throws Exception {
        cable.pull();
        try {
            awaitReadiness(503);
            var asked = System.nanoTime();
            assertThat(ask("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(ask("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(monitor("/actuator/prometheus").body()).contains("latchkey_database_writable 0.0");
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(BOUND);
        } finally {
            cable.plugIn();
        }
        awaitReadiness(200);
    }

    @Test
    void FIELD_O11_a_server_that_falls_silent_in_the_middle_of_a_statement_and_closes_nothing_is_given_up()
            throws Exception {
        try (var owner = DriverManager.getConnection(direct, EmbeddedMariaDb.OWNER, EmbeddedMariaDb.OWNER);
                var statement = owner.createStatement()) {
            statement.execute("LOCK TABLES write_check WRITE");
            await().until(NodeHealthTest::isNodeWaiting);
            cable.silence();
        }

        awaitReadiness(200);
    }

    @Test
    void AC_R_11_FIELD_O11_a_clock_that_differs_from_the_databases_by_more_than_ten_seconds_makes_the_node_unready()
            throws Exception {
        awaitReadiness(503, 12);
        assertThat(monitor("/actuator/health").body()).contains("\"clock\":{\"details\":{\"aheadOfDatabase\":\"PT1");
        awaitReadiness(200, 8);
        awaitReadiness(503, -12);
        assertThat(monitor("/actuator/health").body()).contains("\"clock\":{\"details\":{\"aheadOfDatabase\":\"PT-1");
        assertThat(ask("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void FIELD_O11_a_keyset_that_no_longer_decrypts_the_database_makes_the_node_unready() throws Exception {
        execute("CREATE TABLE kept AS SELECT ciphertext FROM keyset_canary");
        execute("UPDATE keyset_canary SET ciphertext = REVERSE(ciphertext)");
        try {
            awaitReadiness(503);
            assertThat(monitor("/actuator/health").body())
                    .containsPattern("\"keyset\":\\{(\"details\":\\{[^}]*},)?\"status\":\"DOWN\"}");
        } finally {
            execute("UPDATE keyset_canary SET ciphertext = (SELECT ciphertext FROM kept)");
            execute("DROP TABLE kept");
        }
        awaitReadiness(200);
    }

    @Test
    void FIELD_O11_mail_that_waits_is_seen_on_the_management_port_and_leaves_the_node_in_service() throws Exception {
        execute("INSERT INTO outbox_message (kind, recipient_id, created_at, attempts, next_attempt_at)"
                + " VALUES ('NONE', 0, NOW() - INTERVAL 1 HOUR, 3, NOW() + INTERVAL 1 DAY)");
        try {
            await().untilAsserted(() -> assertThat(monitor("/actuator/health").body())
                    .contains(
                            "\"mailQueue\":{\"details\":{\"waiting\":0,\"retrying\":1,\"failed\":0,\"oldest\":\"PT1H",
                            "\"},\"status\":\"DELAYED\"}"));
            assertThat(monitor("/actuator/health").body()).endsWith("\"status\":\"UP\"}");
            assertThat(ask("/actuator/health").statusCode()).isEqualTo(200);
            await().untilAsserted(
                            () -> assertThat(monitor("/actuator/prometheus").body())
                                    .contains("latchkey_mail_queue_messages{status=\"retrying\"} 1.0")
                                    .containsPattern("latchkey_mail_queue_oldest_seconds 36\\d\\d\\.0"));
        } finally {
            execute("DELETE FROM outbox_message");
        }
    }

    @Test
    void AC_V_25_metrics_are_on_the_management_port_alone_which_has_no_session_no_page_and_no_trace() throws Exception {
        assertThat(monitor("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(ask("/actuator/prometheus").statusCode()).isNotEqualTo(200);
        assertThat(List.of(
                        "/",
                        "/login",
                        "/profile",
                        "/actuator/env",
                        "/actuator/heapdump",
                        "/error",
                        "/actuator/health/%ff"))
                .allSatisfy(path -> {
                    var answer = monitor(path);
                    assertThat(answer.statusCode()).as(path).isBetween(400, 404);
                    assertThat(answer.body()).as(path).doesNotContain("Exception", "dev.latchkey", "\tat ");
                    assertThat(answer.headers().map()).as(path).doesNotContainKey("set-cookie");
                });
        assertThat(send(HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + node.managementPort() + "/actuator/health"))
                                .POST(HttpRequest.BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(404);
    }

    private static void awaitReadiness(int status) {
        awaitReadiness(status, 0);
    }

    /** With the node's clock so many seconds ahead of the database's. */
    private static void awaitReadiness(int status, int secondsAhead) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            CLOCK.toRealTime();
            CLOCK.advance(Duration.ofSeconds(secondsAhead));
            assertThat(ask("/actuator/health/readiness").statusCode()).isEqualTo(status);
        });
    }

    private static HttpResponse<String> ask(String path) throws Exception {
        return get(node.port(), path);
    }

    private static HttpResponse<String> monitor(String path) throws Exception {
        return get(node.managementPort(), path);
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static boolean isNodeWaiting() throws SQLException {
        try (var connection = DriverManager.getConnection(direct, EmbeddedMariaDb.USER, EmbeddedMariaDb.USER);
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT COUNT(*) > 0 FROM INFORMATION_SCHEMA.PROCESSLIST"
                        + " WHERE DB = DATABASE() AND STATE LIKE 'Waiting for table%'")) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private static void execute(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(direct, EmbeddedMariaDb.OWNER, EmbeddedMariaDb.OWNER);
                var statements = connection.createStatement()) {
            statements.execute(statement);
        }
    }
}
