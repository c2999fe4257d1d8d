package dev.latchkey.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Speaks HTTP byte by byte, for requests that no client would let pass. */
public final class RawHttp {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 ([0-9]{3})[^\r\n]*\r\n(?s:.*)");
    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;

    /** Speaks to whoever listens there. */
    public RawHttp(int port) {
        this.port = port;
    }

    /** Sends a request line and headers, each in ISO 8859-1, and a body; the connection is closed afterwards. */
    public Answer send(String head, byte[] body) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().write(body);
                socket.getOutputStream().flush();
            } catch (SocketException e) {
                // Refused before its end; the answer is there none the less
            }
            return Answer.of(read(socket));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Socket socket) throws IOException {
        var answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketException e) {
            // Cut off with a part of the request unread
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /**
     * What came back.
     *
     * @param status 0 where the connection was closed without a word
     * @param text all of it
     */
    public record Answer(int status, String text) {

        private static Answer of(String text) {
            var line = STATUS_LINE.matcher(text);
            return new Answer(line.matches() ? Integer.parseInt(line.group(1)) : 0, text);
        }
    }
}
