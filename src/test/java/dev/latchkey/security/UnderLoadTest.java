package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.support.Browser;
import dev.latchkey.support.CountedHashes;
import dev.latchkey.support.People;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@SecurityTest
class UnderLoadTest {

    private static final int PAGES = 300;
    private static final int ROUNDS = 5;

    /** What may be left of a page on average; a session alone would be more. */
    private static final long BYTES_A_PAGE = 4_000;

    /** After which a connection that waited for the mail server would be free again. */
    private static final Duration MAIL_TIMEOUT = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private CountedHashes hashes;

    @Autowired
    private DataSource database;

    @Autowired
    private JavaMailSenderImpl mailSender;

    @ParameterizedTest
    @ValueSource(
            strings = {"login", "reset-password", "signup/no-such-token", "profile", "?v-r=init&location=login&query="})
    void AC_V_24_a_page_that_a_stranger_opens_leaves_nothing_on_the_server(String page) throws Exception {
        open(page, 50);
        var rounds = new ArrayList<Long>();
        // Three that leave little, and the median is decided
        while (rounds.size() < ROUNDS && leavingLittle(rounds) <= ROUNDS / 2) {
            var before = usedHeap();
            open(page, PAGES);
            rounds.add((usedHeap() - before) / PAGES);
        }

        // A leak is in every round; what a job of the server keeps or lets go meanwhile is in one
        assertThat(leavingLittle(rounds)).as("of %s", rounds).isGreaterThan(ROUNDS / 2);
    }

    private static long leavingLittle(List<Long> rounds) {
        return rounds.stream().filter(bytes -> bytes < BYTES_A_PAGE).count();
    }

    @Test
    void AC_V_28_AC_R_04_while_a_mail_server_hangs_no_database_connection_waits_for_it_and_people_sign_in()
            throws Exception {
        var mailPort = mailSender.getPort();
        var hanging = new CopyOnWriteArrayList<Socket>();
        try (var silence = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        hanging.add(silence.accept());
                    }
                } catch (IOException e) {
                    // the end
                }
            });
            mailSender.setPort(silence.getLocalPort());
            people.enrol(people.member());
            await().until(() -> !hanging.isEmpty());

            // A job that runs meanwhile gives its own back; one that waited for the mail server would not
            await().atMost(MAIL_TIMEOUT.dividedBy(2))
                    .untilAsserted(() -> assertThat(database.unwrap(HikariDataSource.class)
                                    .getHikariPoolMXBean()
                                    .getActiveConnections())
                            .isZero());
            var person = people.member();
            var times = hashes.eachForReal(() -> IntStream.range(0, 20)
                    .mapToLong(i -> {
                        var begun = System.nanoTime();
                        assertThat(Browser.leadsTo(new Browser(port).logIn(person.email(), People.PASSWORD)))
                                .isEqualTo("/");
                        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
                    })
                    .sorted()
                    .toArray());
            assertThat(times[18]).as("the 95th percentile, in milliseconds").isLessThan(3_000);
        } finally {
            mailSender.setPort(mailPort);
            for (var socket : hanging) {
                socket.close();
            }
        }
    }

    /** By one client without cookies, so that what grows is the server's. */
    private void open(String page, int count) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + page))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            for (var i = 0; i < count; i++) {
                var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
                assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("JSESSIONID"));
            }
        }
    }

    private static long usedHeap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
