package dev.latchkey.support;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as it goes over the wire.
 *
 * @param headers each in one line
 * @param body in UTF-8
 */
public record RawRequest(String method, String target, List<String> headers, String body) {

    /** Copies what it is given. */
    public RawRequest {
        headers = List.copyOf(headers);
    }

    /** Asks for something. */
    public static RawRequest get(String target) {
        return new RawRequest("GET", target, List.of(), "");
    }

    /** Sends a form, whose fields are encoded already. */
    public static RawRequest form(String target, String body) {
        return post(target, "application/x-www-form-urlencoded", body);
    }

    /** Sends something. */
    public static RawRequest post(String target, String type, String body) {
        return new RawRequest("POST", target, List.of("Content-Type: " + type), body);
    }

    /** The same with another header. */
    public RawRequest with(String header) {
        var all = new ArrayList<>(headers);
        all.add(header);
        return new RawRequest(method, target, all, body);
    }

    /** The same, its length not said before its end. */
    public RawRequest chunked() {
        var length = Integer.toHexString(body.getBytes(StandardCharsets.UTF_8).length);
        return new RawRequest(method, target, headers, length + "\r\n" + body + "\r\n0\r\n\r\n")
                .with("Transfer-Encoding: chunked");
    }

    /** All before the body. */
    public String head() {
        var head = new StringBuilder(
                method + " " + wire(target) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: text/html");
        headers.forEach(header -> head.append("\r\n").append(wire(header)));
        if (!body.isEmpty() && !headers.contains("Transfer-Encoding: chunked")) {
            head.append("\r\nContent-Length: ").append(body.getBytes(StandardCharsets.UTF_8).length);
        }
        return head.toString();
    }

    /** Sends it. */
    public RawHttp.Answer sendTo(RawHttp server) {
        return server.send(head(), body.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes of UTF-8 as what they are in ISO 8859-1, in which heads are sent. */
    private static String wire(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
