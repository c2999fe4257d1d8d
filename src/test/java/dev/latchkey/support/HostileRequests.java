package dev.latchkey.support;

import java.util.List;

/** Requests that look almost like those of the application's own client, made of {@link Rubbish}. */
public final class HostileRequests {

    private HostileRequests() {}

    /** A body for Vaadin, of somebody who knows the key of a page or does not. */
    public static String body(Rubbish rubbish, String page) {
        var key = page.replaceAll("(?s).*\"Vaadin-Security-Key\":\"([^\"]+)\".*", "$1");
        if (rubbish.inPercent(15)) {
            return rubbish.text(500);
        }
        if (rubbish.inPercent(15)) {
            return rubbish.json(5);
        }
        return "{\"csrfToken\":" + (rubbish.inPercent(80) ? Rubbish.quoted(key) : rubbish.json(1))
                + ",\"rpc\":" + (rubbish.inPercent(80) ? "[" + invocation(rubbish) + "]" : rubbish.json(4))
                + ",\"syncId\":" + (rubbish.inPercent(70) ? "0" : rubbish.json(0))
                + ",\"clientId\":" + (rubbish.inPercent(70) ? "0" : rubbish.json(0)) + "}"
                + (rubbish.inPercent(5) ? rubbish.text(20) : "");
    }

    /** A call of a page to its server. */
    public static String invocation(Rubbish rubbish) {
        var node = rubbish.inPercent(90) ? String.valueOf(rubbish.number(40)) : rubbish.json(1);
        return switch (rubbish.number(6)) {
            case 0 ->
                "{\"type\":\"event\",\"node\":" + node + ",\"event\":"
                        + rubbish.of(List.of(
                                "\"click\"",
                                "\"change\"",
                                "\"ui-navigate\"",
                                "\"ui-refresh\"",
                                "\"opened-changed\"",
                                rubbish.json(1)))
                        + ",\"data\":" + rubbish.json(3) + "}";
            case 1 ->
                "{\"type\":\"mSync\",\"node\":" + node + ",\"feature\":1,\"property\":"
                        + rubbish.of(
                                List.of("\"value\"", "\"invalid\"", "\"opened\"", Rubbish.quoted(rubbish.text(20))))
                        + ",\"value\":" + rubbish.json(2) + "}";
            case 2 ->
                "{\"type\":\"publishedEventHandler\",\"node\":" + node
                        + ",\"templateEventMethodName\":" + Rubbish.quoted(rubbish.text(20))
                        + ",\"templateEventMethodArgs\":"
                        + rubbish.json(2) + ",\"promise\":" + rubbish.json(0) + "}";
            case 3 ->
                "{\"type\":\"channel\",\"node\":" + node + ",\"channel\":" + rubbish.number(9) + ",\"args\":"
                        + rubbish.json(2) + "}";
            case 4 ->
                "{\"type\":\"navigation\",\"location\":" + Rubbish.quoted(rubbish.text(60)) + ",\"state\":"
                        + rubbish.json(2) + ",\"link\":1}";
            default -> "{\"type\":" + rubbish.json(1) + ",\"node\":" + node + "}";
        };
    }

    /** A path with something wrong inside or behind. */
    public static String path(Rubbish rubbish) {
        var known = rubbish.of(List.of(
                "/",
                "/login",
                "/login/verify",
                "/profile",
                "/signup/",
                "/setup/",
                "/reset-password/",
                "/unlock/",
                "/confirm-address/",
                "/cancel-address/",
                "/VAADIN/",
                "/VAADIN/build/",
                "/VAADIN/dynamic/resource/0/",
                "/styles/",
                "/icons/",
                "/actuator/",
                "/actuator/health/",
                "/access-management/users",
                "/error",
                "/?v-r=",
                "/?v-r=init&location=",
                "/demo/",
                "/frontend/",
                "/sw.js",
                "*",
                "http://evil.example/"));
        var inserted = rubbish.of(List.of(
                "%",
                "%%",
                "%0",
                "%zz",
                "%00",
                "%2e%2e%2f",
                "..",
                "../",
                "..%2f..%2fetc/passwd",
                "..;/",
                ";jsessionid=1",
                ";",
                "//",
                "//evil.example",
                "/\\evil.example",
                "%5c",
                "%2f",
                "%252f",
                "?",
                "#",
                "[",
                "|",
                "^",
                "\\",
                "{",
                "`",
                "\"",
                "<x>",
                "%c0%ae",
                "%ed%a0%80",
                "%f0%9f%94%91",
                "application.properties",
                "META-INF/",
                "WEB-INF/web.xml"));
        var rest = switch (rubbish.number(4)) {
            case 0 -> inserted;
            case 1 -> inserted + rubbish.formValue(40);
            case 2 -> rubbish.formValue(60);
            default -> rubbish.formValue(rubbish.inPercent(5) ? 30_000 : 20) + inserted;
        };
        return (known + rest).replaceAll("[\\x00-\\x20\\x7f-\\xff]", "%20");
    }

    /** A header of a request, well-formed but for its value. */
    public static String header(Rubbish rubbish) {
        var name = rubbish.of(List.of(
                "Host",
                "X-Forwarded-Host",
                "X-Forwarded-For",
                "X-Forwarded-Proto",
                "X-Forwarded-Prefix",
                "Forwarded",
                "Accept",
                "Accept-Language",
                "Accept-Encoding",
                "Cookie",
                "Content-Type",
                "Content-Length",
                "Transfer-Encoding",
                "Range",
                "If-Range",
                "If-None-Match",
                "If-Modified-Since",
                "Authorization",
                "Origin",
                "Referer",
                "Upgrade",
                "X-HTTP-Method-Override",
                "Expect",
                "User-Agent",
                "X-Requested-With",
                "Sec-Fetch-Site",
                "X-Strange"));
        var value = rubbish.of(List.of(
                "evil.example",
                "JSESSIONID=x",
                "JSESSIONID=",
                "JSESSIONID=1; JSESSIONID=2",
                "=;=;,",
                "bytes=0-",
                "bytes=-1",
                "bytes=9-1,0-0",
                "de-DE;q=x",
                "*",
                "x-klingon-ab-cd-ef",
                "Basic Zm9vOmJhcg==",
                "Bearer x",
                "-1",
                "chunked",
                "gzip;q=2",
                "100-continue",
                "text/html;q=",
                "for=\"[::1]\";host=evil.example",
                "127.0.0.1",
                "websocket",
                "W/\"x\"",
                rubbish.formValue(60),
                rubbish.formValue(60),
                "x".repeat(rubbish.number(9_000))));
        return name + ": "
                + value.replaceAll("[\\x00-\\x08\\x0a-\\x1f\\x7f]", rubbish.inPercent(5) ? "$0" : "?")
                        .replaceAll("[\r\n]", "?");
    }
}
