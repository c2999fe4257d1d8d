package dev.latchkey.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: cookies, forms and Vaadin's own requests, nothing followed and nothing hidden. */
public final class Browser {

    // A masked token of Spring Security is the only value that long
    private static final Pattern CSRF_TOKEN = Pattern.compile("\"value\":\"([A-Za-z0-9_=-]{90,})\"");
    private static final Pattern VAADIN_KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern UI_ID = Pattern.compile("\"v-uiId\":([0-9]+)");

    private static final String CLICK =
            ",\"event\":\"click\",\"data\":{\"event.shiftKey\":false,\"event.metaKey\":false,"
                    + "\"event.detail\":1,\"event.ctrlKey\":false,\"event.clientX\":0,\"event.clientY\":0,\"event.altKey\":false,"
                    + "\"event.button\":0,\"event.screenY\":0,\"event.screenX\":0}}";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;
    private final String base;
    private String fixedSession = "";
    private String headerName = "X-Nothing";
    private String headerValue = "";

    /** A fresh browser before the application at that port, on a machine of its own where the system has addresses for that. */
    public Browser(int port) {
        this("http://127.0.0.1:" + port, ClientAddress.next());
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

    /** The password step, through its page. */
    public HttpResponse<String> logIn(String email, String password) {
        return post("/login", Map.of("username", email, "password", password, "_csrf", csrfTokenOn("login")));
    }

    /** The code step, through its page. */
    public HttpResponse<String> enterCode(String code) {
        return post("/login/verify", Map.of("code", code, "_csrf", csrfTokenOn("login/verify")));
    }

    /** A recovery code in the place of the code step, through its page. */
    public HttpResponse<String> enterRecoveryCode(String code) {
        return post("/login/recovery", Map.of("recoveryCode", code, "_csrf", csrfTokenOn("login/recovery")));
    }

    /** The CSRF token in a form of a page. */
    public String csrfTokenOn(String route) {
        var token = CSRF_TOKEN.matcher(show(route).body());
        if (!token.find()) {
            throw new AssertionError("no form on " + route);
        }
        return token.group(1);
    }

    /** What a page shows, as the JSON from which Vaadin's client builds it. */
    public HttpResponse<String> show(String route) {
        return navigateInside(loadPage(route), route);
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
        return rpc(page, key, invocation, 0);
    }

    /** Fills the one field of that tag on a page that has just been shown, and clicks its one button. */
    public HttpResponse<String> fillAndClick(
            HttpResponse<String> page, HttpResponse<String> shown, String fieldTag, String value) {
        return rpc(
                page,
                find(VAADIN_KEY, page),
                "{\"type\":\"mSync\",\"node\":" + node(shown, fieldTag)
                        + ",\"feature\":1,\"property\":\"value\",\"value\":\"" + value
                        + "\"},{\"type\":\"event\",\"node\":" + node(shown, "vaadin-button") + CLICK,
                1);
    }

    private HttpResponse<String> rpc(HttpResponse<String> page, String key, String invocations, int messagesBefore) {
        var body = "{\"csrfToken\":\"" + key + "\",\"rpc\":[" + invocations + "],\"syncId\":" + messagesBefore
                + ",\"clientId\":" + messagesBefore + "}";
        return send(request("/?v-r=uidl&v-uiId=" + find(UI_ID, page))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Another browser that sends this session cookie, come what may. */
    public Browser withSession(String sessionId) {
        var thief = new Browser(base, ClientAddress.next());
        thief.fixedSession = sessionId;
        return thief;
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
        return answer.headers().firstValue("Location").orElse("(stays: " + answer.statusCode() + ")");
    }

    /** The session cookie's value; empty without one. */
    public String sessionId() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> "JSESSIONID".equals(cookie.getName()))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static String node(HttpResponse<String> shown, String tag) {
        return find(
                Pattern.compile(
                        "\"node\":([0-9]+),\"type\":\"put\",\"key\":\"tag\",\"feat\":0,\"value\":\"" + tag + "\""),
                shown);
    }

    private static String find(Pattern pattern, HttpResponse<String> page) {
        var matcher = pattern.matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError("not a Vaadin page: " + page.statusCode());
        }
        return matcher.group(1);
    }

    private HttpRequest.Builder request(String path) {
        var cookie = fixedSession.isEmpty() ? sessionId() : fixedSession;
        var request = HttpRequest.newBuilder(URI.create(base + path)).header(headerName, headerValue);
        // The tests' public address is https, so the cookie is Secure; Java's client would keep it to itself on http
        return cookie.isEmpty() ? request : request.header("Cookie", "JSESSIONID=" + cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
