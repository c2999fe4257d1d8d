package dev.latchkey.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: cookies, forms and Vaadin's own requests, nothing followed and nothing hidden. */
public final class Browser {

    // A masked token of Spring Security is the only value that long
    private static final Pattern CSRF_TOKEN = Pattern.compile("\"value\":\"([A-Za-z0-9_=-]{90,})\"");
    private static final Pattern VAADIN_KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern UI_ID = Pattern.compile("\"v-uiId\":([0-9]+)");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;
    private String fixedSession = "";
    private String headerName = "X-Nothing";
    private String headerValue = "";

    /** A fresh browser before the application at that port. */
    public Browser(int port) {
        this("http://localhost:" + port);
    }

    private Browser(String base) {
        this.base = base;
    }

    /** Opens a page, as from the address bar. */
    public HttpResponse<String> open(String path) {
        return send(request(path).header("Accept", "text/html,*/*;q=0.8").GET());
    }

    /** Sends a form as it is. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
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
        return rpc(
                page,
                "{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"" + route
                        + "\",\"query\":\"\",\"appShellTitle\":\"\",\"historyState\":{},\"trigger\":\"\"}}");
    }

    /** A request from an open page, with what its page would send. */
    public HttpResponse<String> rpc(HttpResponse<String> page, String invocation) {
        var body = "{\"csrfToken\":\"" + find(VAADIN_KEY, page) + "\",\"rpc\":[" + invocation
                + "],\"syncId\":0,\"clientId\":0}";
        return send(request("/?v-r=uidl&v-uiId=" + find(UI_ID, page))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Another browser that sends this session cookie, come what may. */
    public Browser withSession(String sessionId) {
        var thief = new Browser(base);
        thief.fixedSession = sessionId;
        return thief;
    }

    /** Another browser, without a session, that sends a header with every request. */
    public Browser withHeader(String name, String value) {
        var other = new Browser(base);
        other.headerName = name;
        other.headerValue = value;
        return other;
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
