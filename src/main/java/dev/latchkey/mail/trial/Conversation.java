package dev.latchkey.mail.trial;

import dev.latchkey.common.text.ShortText;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What client and server say to each other, made from Jakarta Mail's own trace: never a login, and never the text of a message. At
 * most so many lines, each cut.
 */
final class Conversation {

    private static final int LINES = 200;
    private static final int LENGTH = 300;

    // RFC 5321, 4.2
    private static final Pattern REPLY = Pattern.compile("\\d{3}([ -].*)?");
    private static final String NOT_SHOWN = "   (…)";

    private final List<String> lines = new ArrayList<>();
    private boolean withinMessage;
    private boolean withinLogin;

    /** Where to print the trace. */
    PrintStream trace() {
        return new PrintStream(new Lines(), true, StandardCharsets.UTF_8);
    }

    /** The lines so far: {@code C:} and {@code S:}, and dots for what is not shown. */
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** Adds the cause of its end, which is in no trace if it is a reply to a login or no reply at all. */
    synchronized void end(String cause) {
        if (!lines.isEmpty() && lines.stream().noneMatch(line -> line.contains(cause))) {
            add("!  " + cause);
        }
    }

    private void add(String line) {
        if (lines.size() < LINES) {
            lines.add(ShortText.cut(line.replaceAll("\\p{C}", " "), LENGTH).stripTrailing());
        }
    }

    private synchronized void take(String line) {
        if (line.startsWith("DEBUG")) {
            takeRemark(line);
        } else if (withinMessage) {
            withinMessage = !line.equals(".");
        } else if (REPLY.matcher(line).matches()) {
            withinLogin = withinLogin && line.startsWith("334");
            withinMessage = line.startsWith("354");
            add("S: " + (line.startsWith("334") ? "334" : line));
            if (withinMessage) {
                add(NOT_SHOWN);
            }
        } else if (!withinLogin) {
            withinLogin = line.toUpperCase(Locale.ROOT).startsWith("AUTH");
            add(withinLogin ? "C: AUTH …" : "C: " + line);
        }
    }

    /** What it says itself of a login, which is not in its trace. */
    private void takeRemark(String line) {
        if (line.contains(": AUTH ") && line.endsWith("command trace suppressed")) {
            add("C: AUTH …");
            add(NOT_SHOWN);
        }
    }

    private final class Lines extends OutputStream {

        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public void write(int character) {
            if (character == '\n') {
                take(line.toString(StandardCharsets.UTF_8).stripTrailing());
                line.reset();
            } else if (line.size() < LENGTH) {
                line.write(character);
            }
        }
    }
}
