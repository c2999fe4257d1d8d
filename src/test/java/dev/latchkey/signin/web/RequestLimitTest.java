package dev.latchkey.signin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People;
import dev.latchkey.support.RawHttp;
import dev.latchkey.support.RawRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What anybody can send has a bound before anything looks at it. */
@LatchkeyTest
class RequestLimitTest {

    private static final byte[] BEGINNING_OF_A_FORM = ("POST /login HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nu")
            .getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de                                 | de
                    de-DE,de;q=0.9,en;q=0.8            | de-DE,de;q=0.9,en;q=0.8
                    a1,a2,a3,a4,a5,a6,a7,a8,a9,b0,b1   | a1,a2,a3,a4,a5,a6,a7,a8,a9,b0
                    """)
    void FIELD_A5_languages_are_cut_to_ten_whole_ranges(String header, String seen) {
        assertThat(languages(header).getHeader("Accept-Language")).isEqualTo(seen);
    }

    @Test
    void FIELD_A5_a_language_of_seven_thousand_letters_is_none_wherever_it_is_asked_for() {
        var request = languages("en-" + "b".repeat(8) + "-".concat("bbbbbbbb-".repeat(800)));

        assertThat(request.getHeader("accept-language")).isEmpty();
        assertThat(Collections.list(request.getHeaders("Accept-Language"))).containsExactly("");
        assertThat(request.getLocale()).isEqualTo(Locale.ENGLISH);
        assertThat(Collections.list(request.getLocales())).containsExactly(Locale.ENGLISH);
    }

    @Test
    void FIELD_A1_FIELD_A4_a_form_of_200_kilobytes_is_refused_before_it_is_read() {
        var browser = new Browser(port);
        var token = browser.csrfTokenOn("login");

        var answer = browser.post(
                "/login", Map.of("username", "x@example.com", "password", "a".repeat(200_000), "_csrf", token));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Something went wrong", "Nothing was changed.");
        assertThat(new Browser(port).open("/login").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login?continue=%zz", "/login?lang=%", "/profile?tab=%u0000"})
    void FIELD_A8_parameters_that_cannot_be_read_get_the_error_page(String path) {
        var answer = new RawHttp(port)
                .send(
                        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close",
                        new byte[0]);

        assertThat(answer.text())
                .startsWith("HTTP/1.1 400 ")
                .contains("Content-Security-Policy: ", "Something went wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", ",,,,,,,,,,,,", ";", "*", " "})
    void FIELD_A5_whoever_asks_for_no_language_in_so_many_commas_reads_english(String header) {
        assertThat(Collections.list(languages(header).getLocales())).isNotEmpty();
        assertThat(new Browser(port)
                        .withHeader("Accept-Language", header)
                        .open("/login")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"too long", "unreadable"})
    void FIELD_A8_a_form_that_is_too_long_or_unreadable_is_the_senders_fault_and_no_failure(String form) {
        var body = Map.of("too long", "a".repeat(17_000), "unreadable", "%zz=%").get(form);

        assertThat(failuresDuring(() -> assertThat(RawRequest.form("/login", body)
                                .sendTo(new RawHttp(port))
                                .status())
                        .isEqualTo(400)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"})
    void FIELD_A4_nothing_of_a_method_that_no_page_uses_is_read(String method) {
        var answer = new RawHttp(port)
                .send(
                        method + " /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked",
                        inOneChunk(4 * 1024 * 1024));

        assertThat(answer.text()).startsWith("HTTP/1.1 405 ").contains("Allow: GET, HEAD, POST");
    }

    @Test
    void FIELD_A4_a_form_of_no_stated_length_is_cut_like_any_other() {
        var answer = new RawHttp(port)
                .send(
                        "POST /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked",
                        inOneChunk(4 * 1024 * 1024));

        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//vaadinServlet/",
                "/./vaadinServlet/",
                "/%76aadinServlet/",
                "/vaadinServlet;x=1/",
                "/x/../vaadinServlet/"
            })
    void FIELD_A8_a_path_that_the_server_alone_can_read_is_the_senders_fault_and_no_failure(String path) {
        assertThat(failuresDuring(() -> assertThat(new RawHttp(port)
                                .send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close", new byte[0])
                                .text())
                        .matches("(?s)HTTP/1\\.1 400 .*")
                        .contains("Content-Security-Policy: ")))
                .isEmpty();
    }

    @Test
    void FIELD_A8_a_form_that_is_broken_off_is_no_failure() throws IOException {
        assertThat(failuresDuring(() -> {
                    try (var socket = new Socket("127.0.0.1", port)) {
                        socket.getOutputStream().write(BEGINNING_OF_A_FORM);
                        socket.shutdownOutput();
                        socket.getInputStream().readAllBytes();
                    }
                }))
                .isEmpty();
    }

    private static byte[] inOneChunk(int size) {
        return (Integer.toHexString(size) + "\r\n" + "0&1&2&3&".repeat(size / 8) + "\r\n0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static <E extends Exception> List<ILoggingEvent> failuresDuring(Sending<E> sending) throws E {
        var log = new ListAppender<ILoggingEvent>();
        var tomcat = (Logger) LoggerFactory.getLogger("org.apache.catalina");
        // Or a flood before this would hide a line
        var filters = tomcat.getLoggerContext().getTurboFilterList();
        var filtersBefore = List.copyOf(filters);
        filters.clear();
        log.start();
        tomcat.addAppender(log);
        try {
            sending.send();
        } finally {
            tomcat.detachAppender(log);
            filters.addAll(filtersBefore);
        }
        return log.list.stream()
                .filter(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                .toList();
    }

    private interface Sending<E extends Exception> {

        void send() throws E;
    }

    @Test
    void FIELD_A7_an_open_page_is_heard_a_hundred_calls_and_no_more() {
        var browser = new Browser(port);
        browser.logIn(people.member().email(), People.PASSWORD);

        assertThat(browser.rpc(browser.loadPage("profile"), navigations(RpcLimitFilter.MOST_CALLS))
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.rpc(browser.loadPage("profile"), navigations(RpcLimitFilter.MOST_CALLS + 1))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void FIELD_A4_an_open_page_is_heard_256_kilobytes_and_no_more_nor_any_depth() {
        var browser = new Browser(port);
        browser.logIn(people.member().email(), People.PASSWORD);
        var page = browser.loadPage("profile");

        assertThat(browser.rpc(page, "\"" + "x".repeat(RequestLimitFilter.LONGEST_BODY) + "\"")
                        .statusCode())
                .isEqualTo(413);
        assertThat(browser.rpc(page, "[".repeat(200) + "]".repeat(200)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void FIELD_A9_whoever_sends_slowly_holds_up_nobody_else() throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 250; i++) {
                var socket = new Socket("127.0.0.1", port);
                slow.add(socket);
                socket.getOutputStream().write(BEGINNING_OF_A_FORM);
            }

            await().untilAsserted(() ->
                    assertThat(new Browser(port).open("/login").statusCode()).isEqualTo(200));
            assertThat(slow).noneMatch(Socket::isClosed);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    private static String navigations(int number) {
        return String.join(",", Collections.nCopies(number, Browser.navigation("profile")));
    }

    private static HttpServletRequest languages(String header) {
        var request = new MockHttpServletRequest("GET", "/login");
        request.addHeader("Accept-Language", header);
        var seen = new AtomicReference<HttpServletRequest>();
        try {
            new RequestLimitFilter(StrictTransportTest.headersFor("https://latchkey.example"))
                    .doFilter(
                            request,
                            new MockHttpServletResponse(),
                            (passed, response) -> seen.set((HttpServletRequest) passed));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return seen.get();
    }
}
