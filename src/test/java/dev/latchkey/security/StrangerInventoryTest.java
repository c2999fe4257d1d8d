package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Browser;
import dev.latchkey.support.HardText;
import dev.latchkey.support.InvitationLinks;
import dev.latchkey.support.NotedStatements;
import dev.latchkey.support.PasswordLinks;
import dev.latchkey.support.People;
import dev.latchkey.support.RawHttp;
import dev.latchkey.support.RawRequest;
import dev.latchkey.support.ServerWork;
import dev.latchkey.support.ServerWork.Cost;
import dev.latchkey.support.TheAccount;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.setup.AccountSetUp;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Everything that a stranger can send, at its limit and beyond it, in the dearest content that we know: none costs more than twenty
 * times what an honest request of its kind costs, nor a megabyte more, nor more statements, nor more than a line of the log. Work is
 * counted, not time. What the application reads and is not listed here fails the last tests.
 */
@SecurityTest
@DirtiesContext
// The clients are behind a proxy, whose header is read only so; virtual threads tell nobody what they allocate
@TestPropertySource(
        properties = {"spring.threads.virtual.enabled=false", "latchkey.sign-in.trusted-proxies=127.0.0.0/8"})
class StrangerInventoryTest {

    private static SecurityContextHolderStrategy ofTheOtherTests;

    @BeforeAll
    static void keepWhatEveryContextSetsForAll() {
        ofTheOtherTests = SecurityContextHolder.getContextHolderStrategy();
    }

    @AfterAll
    static void giveItBack() {
        SecurityContextHolder.setContextHolderStrategy(ofTheOtherTests);
    }

    private static final int MOST_TIMES = 20;
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_STATEMENTS = 2;
    private static final int MOST_LINES = 1;
    private static final int TRIES = 3;

    private static final int FORM_BYTES = 16 * 1024;
    private static final int HEAD_BYTES = 8 * 1024;
    private static final int BODY_BYTES = 256 * 1024;
    private static final int MOST_PARAMETERS = 100;

    private static final List<String> COUNTS = List.of(
            "DELETE FROM sign_in_pressure",
            "DELETE FROM password_attempt",
            "DELETE FROM password_reset_request",
            "UPDATE enrolment SET wrong_codes = 0, no_code_before = NULL WHERE wrong_codes > 0");

    private static final Field CSRF = new Field("_csrf", "", 200);
    private static final Field CONTINUE = new Field("continue", "/profile", 2_000);
    private static final Field LANGUAGE = new Field("language", "de", 5);
    private static final Field PASSWORD = new Field("password", "short", 1_024);
    private static final Field USERNAME = new Field("username", "nobody%40example.com", 1_024);
    private static final Field CODE = new Field("code", "000000", 256);
    private static final Field NAME = new Field("name", "Nia+New", 100);

    private static final List<Form> OF_STRANGERS = List.of(
            new Form("/login", USERNAME, PASSWORD, CONTINUE, LANGUAGE, CSRF),
            new Form("/reset-password", USERNAME, CONTINUE, LANGUAGE, CSRF),
            new Form("/logout", CSRF));
    private static final List<Form> OF_WHOEVER_KNOWS_A_PASSWORD = List.of(
            new Form("/login/verify", CODE, CONTINUE, CSRF),
            new Form("/login/recovery", new Field("recoveryCode", "ABCDE-FGHJK", 256), CONTINUE, CSRF),
            new Form("/login/verify/mail-again", CONTINUE, CSRF),
            new Form("/recovery-codes", CSRF));
    private static final Form RESET = new Form("/reset-password/{token}", PASSWORD, LANGUAGE, CSRF);
    private static final Form SIGN_UP = new Form("/signup/{token}", NAME, PASSWORD, LANGUAGE, CSRF);
    private static final Form SIGN_UP_CODE = new Form("/signup/{token}", CODE, CSRF);
    private static final Form SET_UP = new Form(
            "/setup/{token}",
            new Field("companyName", "Example", 100),
            NAME,
            new Field("email", "ada%40example.com", 1_024),
            PASSWORD,
            LANGUAGE,
            CSRF);

    /** Of the address: those of the forms, and those that Vaadin's client sends. */
    private static final List<String> PARAMETERS = List.of(
            "continue",
            "language",
            "username",
            "password",
            "code",
            "_csrf",
            "ended",
            "error",
            "reset",
            "ready",
            "start",
            "day",
            "search",
            "state",
            "group",
            "status",
            "secret",
            "reach",
            "users",
            "v",
            "v-r",
            "v-uiId",
            "location",
            "query");

    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Charset",
            "Accept-Encoding",
            "Accept-Language",
            "Access-Control-Request-Headers",
            "Access-Control-Request-Method",
            "Authorization",
            "Cache-Control",
            "Content-Type",
            "Cookie",
            "Expect",
            "Forwarded",
            "Host",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "If-Unmodified-Since",
            "Origin",
            "Range",
            "Referer",
            "Sec-Fetch-Dest",
            "Sec-Fetch-Mode",
            "Sec-Fetch-Site",
            "TE",
            "Transfer-Encoding",
            "Upgrade",
            "User-Agent",
            "Via",
            "X-CSRF-TOKEN",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override",
            "X-Requested-With",
            "X-XSRF-TOKEN",
            "X-Unknown");

    private static final List<String> OF_FILES_AND_ERRORS = List.of(
            "Accept",
            "Accept-Encoding",
            "Accept-Language",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "Origin",
            "Range",
            "X-Forwarded-For");

    private static final List<String> COOKIES = List.of(
            "JSESSIONID",
            "__Host-latchkey-form",
            "__Host-latchkey-note",
            "__Host-latchkey-language",
            "__Host-latchkey-browser",
            "unknown",
            "__Host-latchkey-node");

    private static final List<String> HEADER_CONTENTS = List.of(
            "a",
            ",",
            "a,",
            "en-bbbbbbbb-",
            "zh-cmn-hans,",
            "a/a;q=0.1,",
            ";",
            "a=b; ",
            "\"",
            "\"\\\"",
            "W/\"a\",",
            "0-0,",
            "1,",
            "::1,",
            "127.0.0.1,",
            "[",
            "%CC%95",
            " x",
            "(",
            "bytes=0-1,",
            "for=\"[::1]\",",
            "\\",
            "=");

    /** Whatever has an address: what is mapped, what files there are, and what there is not. */
    private static final List<String> PATHS = List.of(
            "/login",
            "/login/verify",
            "/login/verify/mail-again",
            "/login/recovery",
            "/recovery-codes",
            "/logout",
            "/reset-password",
            "/reset-password/{token}",
            "/signup/{token}",
            "/setup/{token}",
            "/unlock/{token}",
            "/confirm-address/{token}",
            "/cancel-address/{token}",
            "/error",
            "/access-management/audit-trail.csv",
            "/access-management/evidence.csv",
            "/access-management/refused-mails.csv",
            "/access-management/users.csv",
            "/access-management/users/import.csv",
            "/access-management/users/import-sample.csv",
            "/access-management/authentication-settings/sample-mail",
            "/actuator",
            "/actuator/health",
            "/actuator/health/liveness",
            "/actuator/health/readiness",
            "/",
            "/profile",
            "/organisation/logo",
            "/styles/pages.css",
            "/scripts/pages.js",
            "/icons/latchkey.svg",
            "/aura/aura.css",
            "/VAADIN/build/none",
            "/VAADIN/dynamic/resource/0/0/x",
            "/VAADIN/push",
            "/vaadinServlet/",
            "/none",
            "/sw.js",
            "/favicon.ico");

    private static final List<String> PATH_CONTENTS = List.of(
            "a",
            "/a",
            "/",
            ";",
            ";a",
            ";a=b,c",
            "/a;a=b",
            "/.",
            "/..",
            "/%2e%2e",
            "%2F",
            "%CC%95",
            "%ED%A0%80",
            "%00",
            "%25",
            "/*",
            "/{a}",
            "\u0315\u0300",
            ":",
            "@",
            "\\");

    private static final List<String> VAADIN =
            List.of("init", "uidl", "heartbeat", "push", "webcomponent-bootstrap", "webcomponent-sync", "none");

    private static final Pattern READING = Pattern.compile(
            "\\b(?:request\\s*\\.get(?:Date|Int)?(?:Headers?|Parameter(?:Values)?)\\(|cookies\\.read\\(request,)\\s*([^()]+?)\\s*\\)");

    /** What the sources call it, and its name here; of a form's field whose name varies, one of them. */
    private static final Map<String, String> READ = Map.ofEntries(
            Map.entry("\"Accept\"", "Accept"),
            Map.entry("\"User-Agent\"", "User-Agent"),
            Map.entry("\"v\"", "v"),
            Map.entry("HttpHeaders.ACCEPT", "Accept"),
            Map.entry("HttpHeaders.ACCEPT_LANGUAGE", "Accept-Language"),
            Map.entry("ClientAddressFilter.FORWARDED_FOR", "X-Forwarded-For"),
            Map.entry("ApplicationConstants.REQUEST_TYPE_PARAMETER", "v-r"),
            Map.entry("ApplicationConstants.UI_ID_PARAMETER", "v-uiId"),
            Map.entry("ApplicationConstants.REQUEST_LOCATION_PARAMETER", "location"),
            Map.entry("ApplicationConstants.REQUEST_QUERY_PARAMETER", "query"),
            Map.entry("SignInPaths.USERNAME_PARAMETER", "username"),
            Map.entry("SignInPaths.CODE_PARAMETER", "code"),
            Map.entry("SignInPaths.RECOVERY_CODE_PARAMETER", "recoveryCode"),
            Map.entry("CodeRefusedHandler.field", "code"),
            Map.entry("StaleFormHandler.field", "companyName"),
            Map.entry("Destination.PARAMETER", "continue"),
            Map.entry("PageLanguage.PARAMETER", "language"),
            Map.entry("FormSubmission.TOKEN", "_csrf"),
            Map.entry("PageLanguage.COOKIE", "__Host-latchkey-language"),
            Map.entry("PageNotes.COOKIE", "__Host-latchkey-note"),
            Map.entry("SessionRouting.COOKIE", "__Host-latchkey-node"),
            Map.entry("StaleFormHandler.TOKEN", "_csrf"),
            Map.entry("KnownBrowserCookie.COOKIE", "__Host-latchkey-browser"));

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private AccountSetUp setUp;

    @Autowired
    private NotedStatements statements;

    @Autowired
    private TheAccount account;

    @Autowired
    private InvitationLinks invitationLinks;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ApplicationContext application;

    private final AtomicInteger number = new AtomicInteger();
    private final List<String> tooDear = new ArrayList<>();
    private ServerWork server;
    private RawHttp http;

    @BeforeEach
    void listen() {
        people.startOver();
        http = new RawHttp(port);
        server = new ServerWork(statements);
    }

    @AfterEach
    void leaveNothing() {
        server.close();
        people.startOver();
    }

    @Test
    void FIELD_A1_FIELD_A4_each_field_of_a_form_of_strangers() {
        var visitor = visitor();
        OF_STRANGERS.forEach(form -> measure(form, form.pattern(), visitor));

        assertThat(tooDear).isEmpty();
    }

    @Test
    void FIELD_A1_FIELD_A4_each_field_of_a_form_of_whoever_knows_a_password_alone() {
        var person = people.member();
        people.enrol(person);
        var browser = new Browser(port);
        browser.logIn(person.email(), People.PASSWORD);
        var half = new Visitor(browser.csrfTokenOn("login/verify"), browser.cookieHeader());
        OF_WHOEVER_KNOWS_A_PASSWORD.forEach(form -> measure(form, form.pattern(), half));

        assertThat(tooDear).isEmpty();
    }

    @Test
    void FIELD_A1_FIELD_A4_each_field_of_a_form_behind_a_mailed_link() {
        var visitor = visitor();
        measure(RESET, "/reset-password/" + links.tokenFor(people.member()), visitor);
        var administrator = people.administrator();
        var invited = new EmailAddress("invited" + administrator.id() + "@example.com");
        var link = "/signup/" + invitationLinks.tokenFor(invited, administrator);
        measure(SIGN_UP, link, visitor);
        account.enforce();
        var joining = new Browser(port);
        joining.post(
                link, Map.of("name", "Nia New", "password", People.PASSWORD, "_csrf", joining.csrfTokenOn("login")));
        measure(SIGN_UP_CODE, link, new Visitor(joining.csrfTokenOn("login"), joining.cookieHeader()));

        assertThat(tooDear).isEmpty();
    }

    @Test
    void FIELD_A1_FIELD_A4_each_field_of_the_set_up() {
        measure(SET_UP, "/setup/" + setUp.issueLink().orElseThrow(), visitor());

        assertThat(tooDear).isEmpty();
    }

    @Test
    void FIELD_A5_each_header_and_each_cookie() {
        var login = RawRequest.get("/login");
        var ordinary = ordinary(login);
        for (var content : HEADER_CONTENTS) {
            HEADERS.forEach(header -> compare(ordinary, header + ": " + content, fill(login, header + ": ", content)));
            COOKIES.forEach(cookie ->
                    compare(ordinary, cookie + "=" + content, fill(login, "Cookie: " + cookie + "=", content)));
        }
        compare(ordinary, "too long a header", login.with("X-Unknown: " + "a".repeat(HEAD_BYTES)));
        for (var count : List.of(90, 101, 1_000)) {
            var many = new RawRequest("GET", "/login", Collections.nCopies(count, "Accept-Language: a"), "");
            compare(ordinary, count + " headers", many);
        }

        assertThat(tooDear).isEmpty();
    }

    @Test
    void FIELD_A5_each_header_that_matters_to_a_file_or_to_the_page_of_an_error() {
        for (var target : List.of("/styles/pages.css", "/none", "/error")) {
            var request = RawRequest.get(target);
            var ordinary = ordinary(request);
            for (var content : HEADER_CONTENTS) {
                OF_FILES_AND_ERRORS.forEach(header -> compare(
                        ordinary, header + " at " + target + ": " + content, fill(request, header + ": ", content)));
            }
        }

        assertThat(tooDear).isEmpty();
    }

    /** Tomcat throws and catches an exception for each such byte, long before us, until the JVM has compiled that away. */
    @Test
    void FIELD_A5_a_byte_beyond_ascii_in_a_header_costs_the_server_no_more_than_a_kilobyte() {
        var login = RawRequest.get("/login");
        var ordinary = ordinary(login);
        for (var header : HEADERS) {
            var cost = send(fill(login, header + ": ", "\u0315\u0300"));

            assertThat(cost.bytes() - ordinary.bytes()).as(header).isLessThan(HEAD_BYTES * 1024);
            assertThat(cost.lines()).as(header).isLessThanOrEqualTo(MOST_LINES);
        }
    }

    /** As much of the content as all headers together may be long. */
    private static RawRequest fill(RawRequest request, String header, String content) {
        var room = HEAD_BYTES - request.with(header).head().length() - 50;
        return request.with(header + content.repeat(room / content.getBytes(StandardCharsets.UTF_8).length));
    }

    @Test
    void FIELD_A5_FIELD_A8_each_path_and_each_parameter_of_an_address() {
        var login = RawRequest.get("/login");
        var ordinary = ordinary(login);
        for (var path : PATHS) {
            var asked = RawRequest.get(path.replaceAll("\\{token}|\\*\\*", "x"));
            compare(ordinary, path, asked);
            for (var content : PATH_CONTENTS) {
                compare(ordinary, path + " and " + content, longer(asked, "", content));
            }
        }
        for (var parameter : PARAMETERS) {
            for (var content : HardText.values()) {
                var address = "?" + parameter + "=";
                compare(ordinary, parameter + ": " + content, longer(login, address, content.ofUnits(8)));
            }
            compare(
                    ordinary,
                    parameter + ": a destination",
                    longer(login, "?" + parameter + "=/", "%25".repeat(1_998)));
        }
        for (var content : List.of("a&", "&", "a=b&", "=", "%", "%25=%25&", ";", "?")) {
            compare(ordinary, "many of " + content, longer(login, "?", content));
        }
        for (var number : List.of(MOST_PARAMETERS, MOST_PARAMETERS + 1, 1_000)) {
            compare(ordinary, number + " parameters", RawRequest.get("/login?" + "a=b&".repeat(number)));
        }
        compare(ordinary, "too long an address", RawRequest.get("/login?" + "a".repeat(HEAD_BYTES)));
        for (var method : List.of(
                "HEAD",
                "PUT",
                "PATCH",
                "DELETE",
                "OPTIONS",
                "TRACE",
                "PROPFIND",
                "BREW",
                "get",
                "B".repeat(HEAD_BYTES - 500))) {
            for (var path : List.of("/login", "/none", "/styles/pages.css", "/")) {
                compare(ordinary, beginning(method) + " " + path, new RawRequest(method, path, List.of(), ""));
            }
        }

        assertThat(tooDear).isEmpty();
    }

    private static RawRequest longer(RawRequest request, String before, String content) {
        var target = request.target() + before;
        var room =
                HEAD_BYTES - new RawRequest("GET", target, List.of(), "").head().length() - 50;
        var times = Math.max(1, room / content.getBytes(StandardCharsets.UTF_8).length);
        return RawRequest.get(target + (content.length() > room ? content.substring(0, room) : content.repeat(times)));
    }

    @Test
    void FIELD_A4_FIELD_A7_FIELD_A8_what_vaadins_client_sends_reaches_nothing() {
        var navigations = String.join(",", Collections.nCopies(1_500, Browser.navigation("profile")));
        var bodies = List.of(
                "{\"csrfToken\":\"\",\"rpc\":[" + navigations + "],\"syncId\":0,\"clientId\":0}",
                "[".repeat(BODY_BYTES),
                "{\"a\":".repeat(BODY_BYTES / 5),
                "\"" + "\u0315".repeat(BODY_BYTES / 4),
                "1".repeat(BODY_BYTES),
                "a=b&".repeat(BODY_BYTES / 4),
                "1".repeat(BODY_BYTES + 1));
        var ordinary = ordinary(RawRequest.get("/login"));
        for (var kind : VAADIN) {
            var target = "/?v-r=" + kind + "&v-uiId=0&location=login&query=";
            compare(ordinary, kind, RawRequest.get(target));
            for (var body : bodies) {
                for (var type : List.of("application/json", "text/plain", "application/x-www-form-urlencoded")) {
                    var request = RawRequest.post(target, type, body);
                    compare(ordinary, kind + " in " + type + " with " + beginning(body), request);
                    compare(ordinary, kind + " in pieces of " + type + " with " + beginning(body), request.chunked());
                }
            }
        }

        assertThat(tooDear).isEmpty();
    }

    @Test
    void FIELD_A1_FIELD_A4_FIELD_A9_each_size_and_kind_of_a_body() {
        var ordinary = ordinary(RawRequest.get("/login"));
        var parts = "--x\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\na\r\n";
        var bodies = List.of(
                "a=b&".repeat(MOST_PARAMETERS),
                "a=b&".repeat(MOST_PARAMETERS + 1),
                "&".repeat(FORM_BYTES),
                "a".repeat(FORM_BYTES),
                "%".repeat(FORM_BYTES),
                "a".repeat(FORM_BYTES + 1),
                "a".repeat(BODY_BYTES),
                "a".repeat(BODY_BYTES + 1),
                parts.repeat(BODY_BYTES / parts.length()) + "--x--");
        for (var type : List.of(
                "application/x-www-form-urlencoded",
                "application/x-www-form-urlencoded; charset=none",
                "application/x-www-form-urlencoded; charset=utf-16",
                "multipart/form-data; boundary=x",
                "multipart/form-data",
                "application/json",
                "text/plain",
                "a/".repeat(1_000))) {
            for (var target : List.of("/login", "/reset-password/x", "/none", "/styles/pages.css", "/error", "/")) {
                for (var body : bodies) {
                    var what =
                            "%d of %s in %s to %s".formatted(body.length(), beginning(body), beginning(type), target);
                    compare(ordinary, what, RawRequest.post(target, type, body));
                    compare(
                            ordinary,
                            what + " in pieces",
                            RawRequest.post(target, type, body).chunked());
                }
            }
        }

        assertThat(tooDear).isEmpty();
    }

    @Test
    void every_path_and_every_parameter_that_is_mapped_is_in_the_inventory() {
        var missing = new TreeSet<String>();
        application.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mappings -> mappings.getHandlerMethods().entrySet().stream())
                .forEach(mapped -> mapped.getKey().getPatternValues().forEach(pattern -> {
                    if (!PATHS.contains(pattern)) {
                        missing.add(pattern);
                    }
                    Arrays.stream(mapped.getValue().getMethod().getParameters())
                            .filter(parameter -> !Map.class.isAssignableFrom(parameter.getType()))
                            .flatMap(parameter -> namesOf(parameter).stream())
                            .filter(name -> !isListed(pattern, name))
                            .forEach(name -> missing.add(name + " of " + pattern));
                }));

        assertThat(missing).isEmpty();
    }

    private static List<String> namesOf(AnnotatedElement parameter) {
        return Stream.of(RequestParam.class, RequestHeader.class, CookieValue.class)
                .map(kind -> AnnotatedElementUtils.findMergedAnnotationAttributes(parameter, kind, false, false))
                .filter(Objects::nonNull)
                .map(attributes -> attributes.getString("name"))
                .toList();
    }

    private static boolean isListed(String pattern, String name) {
        return HEADERS.contains(name)
                || COOKIES.contains(name)
                || PARAMETERS.contains(name)
                || forms().filter(form -> form.pattern().equals(pattern))
                        .flatMap(form -> form.fields().stream())
                        .anyMatch(field -> field.name().equals(name));
    }

    private static Stream<Form> forms() {
        return Stream.of(OF_STRANGERS, OF_WHOEVER_KNOWS_A_PASSWORD, List.of(RESET, SIGN_UP, SIGN_UP_CODE, SET_UP))
                .flatMap(List::stream);
    }

    @Test
    void every_header_parameter_and_cookie_that_the_sources_read_is_in_the_inventory() throws IOException {
        var read = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                var type = source.getFileName().toString().replace(".java", "");
                READING.matcher(Files.readString(source))
                        .results()
                        .map(found -> found.group(1))
                        .map(name -> name.matches("\\w+") ? type + "." + name : name)
                        .forEach(read::add);
            }
        }
        var fields = forms().flatMap(form -> form.fields().stream()).map(Field::name);
        var listed = Stream.of(HEADERS.stream(), COOKIES.stream(), PARAMETERS.stream(), fields)
                .flatMap(names -> names)
                .collect(Collectors.toSet());

        assertThat(read).as("what is read").isEqualTo(READ.keySet());
        assertThat(listed).containsAll(READ.values());
    }

    private Visitor visitor() {
        var browser = new Browser(port);
        return new Visitor(browser.csrfTokenOn("login"), browser.cookieHeader());
    }

    private void measure(Form form, String path, Visitor visitor) {
        var ordinary = ordinary(visitor.sends(path, form.ordinary(visitor)));
        for (var field : form.fields()) {
            var of = field.name() + " of " + form.pattern();
            var room = FORM_BYTES - form.with(visitor, field, "").getBytes(StandardCharsets.UTF_8).length;
            Consumer<String> sent = content -> compare(
                    ordinary,
                    of + ": " + content.length() + " of " + beginning(content),
                    visitor.sends(path, form.with(visitor, field, content)));
            for (var content : HardText.values()) {
                sent.accept(content.ofUnits(field.limit()));
                sent.accept(content.ofBytes(room));
            }
            sent.accept(HardText.MARKS.ofUnits(field.limit() + 1));
            sent.accept(HardText.MARKS.ofBytes(room + 100));
            // What is a destination, and as long as one when it is encoded
            sent.accept("/" + "%25".repeat(1_998));
        }
    }

    private static String beginning(String content) {
        return content.substring(0, Math.min(20, content.length()));
    }

    private Cost ordinary(RawRequest request) {
        for (var i = 0; i < TRIES; i++) {
            send(request);
        }
        return Stream.generate(() -> send(request))
                .limit(TRIES)
                .reduce(Cost::least)
                .orElseThrow();
    }

    /** Again where it seems too dear, for the first one of its kind loads classes. */
    private void compare(Cost ordinary, String what, RawRequest request) {
        var cost = send(request);
        for (var i = 1; i < TRIES && isTooDear(cost, ordinary); i++) {
            cost = cost.least(send(request));
        }
        if (isTooDear(cost, ordinary)) {
            tooDear.add("\n%s costs %s where an ordinary one costs %s".formatted(what, cost, ordinary));
        }
    }

    private static boolean isTooDear(Cost cost, Cost ordinary) {
        return cost.bytes() > MOST_TIMES * ordinary.bytes()
                || cost.bytes() > ordinary.bytes() + MOST_BYTES
                || cost.statements() > ordinary.statements() + MOST_STATEMENTS
                || cost.lines() > ordinary.lines() + MOST_LINES;
    }

    /** With nothing that was counted before in its way, and with a cookie of its own, or it would be taken for a second click. */
    private Cost send(RawRequest request) {
        if (!request.body().isEmpty()) {
            COUNTS.forEach(jdbc::update);
        }
        var own = request.with("Cookie: n=" + number.incrementAndGet());
        return server.of(() -> own.sendTo(http));
    }

    /** What a browser has from the page that it was on. */
    private record Visitor(String token, String cookies) {

        RawRequest sends(String path, String body) {
            return RawRequest.form(path, body).with("Cookie: " + cookies);
        }
    }

    /**
     * A field of a form.
     *
     * @param ordinary what people type, encoded; empty for the token of the page
     * @param limit the most UTF-16 units that anything looks into
     */
    private record Field(String name, String ordinary, int limit) {}

    /** A form of a plain page. */
    private record Form(String pattern, List<Field> fields) {

        Form(String pattern, Field... fields) {
            this(pattern, List.of(fields));
        }

        String ordinary(Visitor visitor) {
            return body(visitor, CSRF, visitor.token());
        }

        /** Two fields are wrong in an ordinary form, and no form is a right one. */
        String with(Visitor visitor, Field hard, String content) {
            return body(visitor, hard, content);
        }

        private String body(Visitor visitor, Field replaced, String content) {
            return fields.stream()
                    .map(field -> field.name() + "="
                            + (field.equals(replaced)
                                    ? content
                                    : field.equals(CSRF) ? visitor.token() : field.ordinary()))
                    .collect(Collectors.joining("&"));
        }
    }
}
