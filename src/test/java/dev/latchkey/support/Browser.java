package dev.latchkey.support;

import dev.latchkey.support.People.Person;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser without a screen: cookies, forms and Vaadin's own requests, nothing followed and nothing hidden. */
public final class Browser {

    // A masked token of Spring Security is the only value that long
    private static final Pattern CSRF_TOKEN = Pattern.compile("(?:\"value\":|value=)\"([A-Za-z0-9_=-]{48,})\"");
    private static final Pattern PLAIN_PAGE = Pattern.compile(
            "(login|recovery-codes|reset-password|unlock|confirm-address|cancel-address|signup|setup)([/?].*)?");
    private static final Pattern DESTINATION = Pattern.compile("[?&]continue=([^&]*)$");
    private static final Pattern VAADIN_KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern UI_ID = Pattern.compile("\"v-uiId\":([0-9]+)");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;
    private final String base;
    private String fixedSession = "";
    private String destination = "";
    private String headerName = "X-Nothing";
    private String headerValue = "";

    /** A fresh browser before the application at that port, on a machine of its own where the system has addresses for that. */
    public Browser(int port) {
        this("http://127.0.0.1:" + port, ClientAddress.next());
    }

    /** That many fresh browsers behind one address, as those of an office are. */
    public static List<Browser> ofAnOffice(int port, int number) {
        var address = ClientAddress.next();
        return Stream.generate(() -> new Browser("http://127.0.0.1:" + port, address))
                .limit(number)
                .toList();
    }

    /** A fresh browser of somebody who has given their password and owes a code. */
    public static Browser atTheCodeStep(int port, Person person) {
        var browser = new Browser(port);
        var answer = leadsTo(browser.logIn(person.email(), People.PASSWORD));
        if (!answer.equals("/login/verify")) {
            throw new AssertionError("The password does not lead to the code: " + answer);
        }
        return browser;
    }

    private Browser(String base, Optional<InetAddress> address) {
        this.base = base;
        var builder = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER);
        address.ifPresent(builder::localAddress);
        this.client = builder.build();
    }

    /** Whether each browser calls from an address of its own. */
    public static boolean haveAddressesOfTheirOwn() {
        return ClientAddress.next().isPresent();
    }

    /** Opens a page, as from the address bar. */
    public HttpResponse<String> open(String path) {
        return send(request(path).header("Accept", "text/html,*/*;q=0.8").GET());
    }

    /** Asks for a path by another method, with nothing in the body. */
    public HttpResponse<String> ask(String method, String path) {
        return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** Sends a form as it is. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The password step, with the token of a page that is always there. */
    public HttpResponse<String> logIn(String email, String password) {
        return step("/login", "reset-password", Map.of("username", email, "password", password));
    }

    /** The code step, through its page. */
    public HttpResponse<String> enterCode(String code) {
        return step("/login/verify", "login/verify", Map.of("code", code));
    }

    /** A recovery code in the place of the code step, through its page. */
    public HttpResponse<String> enterRecoveryCode(String code) {
        return step("/login/recovery", "login/recovery", Map.of("recoveryCode", code));
    }

    /** What the page was asked for first is in every form of the way there. */
    private HttpResponse<String> step(String path, String tokenFrom, Map<String, String> typed) {
        var fields = new java.util.HashMap<>(typed);
        fields.put("_csrf", csrfTokenOn(tokenFrom));
        if (!destination.isEmpty()) {
            fields.put("continue", destination);
        }
        return post(path, fields);
    }

    /** The CSRF token in a form of a page. */
    public String csrfTokenOn(String route) {
        var token = CSRF_TOKEN.matcher(show(route).body());
        if (!token.find()) {
            throw new AssertionError("no form on " + route);
        }
        return token.group(1);
    }

    /** What a page shows: its HTML, or the JSON from which Vaadin's client builds it. */
    public HttpResponse<String> show(String route) {
        if (PLAIN_PAGE.matcher(route).matches()) {
            return open("/" + route);
        }
        var page = loadPage(route);
        return page.statusCode() == 200 ? navigateInside(page, route) : page;
    }

    /** Sends the form of a plain page, with the token that is in it. */
    public HttpResponse<String> submit(String route, Map<String, String> typed) {
        var fields = new java.util.HashMap<>(typed);
        fields.put("_csrf", csrfTokenOn(route));
        return post("/" + route, fields);
    }

    /** What Vaadin's client asks for first: an empty page. */
    public HttpResponse<String> loadPage(String route) {
        return send(request("/?v-r=init&location=" + encode(route) + "&query=").GET());
    }

    /** An in-page navigation, as a click on a link of an open page sends it. */
    public HttpResponse<String> navigateInside(HttpResponse<String> page, String route) {
        return rpc(page, navigation(route));
    }

    /** What a page sends for an in-page navigation. */
    public static String navigation(String route) {
        return "{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"" + route
                + "\",\"query\":\"\",\"appShellTitle\":\"\",\"historyState\":{},\"trigger\":\"\"}}";
    }

    /** What an open page sends now and then to tell that it is still open. */
    public HttpResponse<String> heartbeat(HttpResponse<String> page) {
        return ask("POST", "/?v-r=heartbeat&v-uiId=" + find(UI_ID, page));
    }

    /** What an open page sends on its way out, when the browser goes elsewhere. */
    public HttpResponse<String> leave(HttpResponse<String> page) {
        return send(request("/?v-r=uidl&v-uiId=" + find(UI_ID, page))
                .header("Content-Type", "text/plain;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"csrfToken\":\"" + find(VAADIN_KEY, page) + "\",\"UNLOAD\":true}")));
    }

    /** A request from an open page, with what its page would send. */
    public HttpResponse<String> rpc(HttpResponse<String> page, String invocation) {
        return rpc(page, find(VAADIN_KEY, page), invocation);
    }

    /** The same with a key of the page that may be another's. */
    public HttpResponse<String> rpc(HttpResponse<String> page, String key, String invocation) {
        return send(uidl(page, key, invocation));
    }

    private HttpRequest.Builder uidl(HttpResponse<String> page, String key, String invocations) {
        var body = "{\"csrfToken\":\"" + key + "\",\"rpc\":[" + invocations + "],\"syncId\":0,\"clientId\":0}";
        return request("/?v-r=uidl&v-uiId=" + find(UI_ID, page))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Another browser that sends this session cookie, come what may. */
    public Browser withSession(String sessionId) {
        var thief = new Browser(base, ClientAddress.next());
        thief.fixedSession = sessionId;
        return thief;
    }

    /** Another browser that sends these cookies, come what may. */
    public Browser withCookies(String cookieHeader) {
        return withHeader("Cookie", cookieHeader);
    }

    /** Another browser, without a session, that sends a header with every request. */
    public Browser withHeader(String name, String value) {
        var other = new Browser(base, ClientAddress.next());
        other.headerName = name;
        other.headerValue = value;
        return other;
    }

    /** Where an answer leads to, as a path; what came instead, where it leads nowhere. */
    public static String leadsTo(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(location -> DESTINATION.matcher(location).replaceAll(""))
                .orElse("(stays: " + answer.statusCode() + ")");
    }

    /** The page to which the sign-in that an answer leads to is going to lead; empty where it is none in particular. */
    public static String destinationOf(HttpResponse<String> answer) {
        var matcher =
                DESTINATION.matcher(answer.headers().firstValue("Location").orElse(""));
        return matcher.find() ? java.net.URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8) : "";
    }

    /** Goes on as somebody else's, who has never been here. */
    public void forgetCookies() {
        cookies.getCookieStore().removeAll();
        destination = "";
    }

    /** The session cookie's value; empty without one. */
    public String sessionId() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> "JSESSIONID".equals(cookie.getName()))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static String find(Pattern pattern, HttpResponse<String> page) {
        var matcher = pattern.matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError("not a Vaadin page: " + page.statusCode());
        }
        return matcher.group(1);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header(headerName, headerValue);
        var sent = cookieHeader();
        return sent.isEmpty() ? request : request.header("Cookie", sent);
    }

    /** The tests' public address is https, so cookies are Secure; Java's client would keep them to itself on http. */
    public String cookieHeader() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(java.net.HttpCookie::getSecure)
                .map(cookie -> cookie.getName() + "="
                        + (isSession(cookie) && !fixedSession.isEmpty() ? fixedSession : cookie.getValue()))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("; "),
                        all -> fixedSession.isEmpty() || all.contains("JSESSIONID=")
                                ? all
                                : "JSESSIONID=" + fixedSession + (all.isEmpty() ? "" : "; " + all)));
    }

    private static boolean isSession(java.net.HttpCookie cookie) {
        return "JSESSIONID".equals(cookie.getName());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.headers().firstValue("Location").isPresent()) {
                destination = destinationOf(answer);
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
