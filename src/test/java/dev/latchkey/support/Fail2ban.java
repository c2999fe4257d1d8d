package dev.latchkey.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The program of fail2ban that tries a filter on a log. */
public final class Fail2ban {

    private static final String PROGRAM = "fail2ban-regex";
    private static final Path FILTERS = Path.of("docs", "operations", "fail2ban", "filter.d");

    private Fail2ban() {}

    /** Whether it is on the path. */
    public static boolean isInstalled() throws InterruptedException {
        try {
            return !run(PROGRAM, "--version").isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** One of the guide's filters. */
    public static Path filter(String name) {
        return FILTERS.resolve(name + ".conf");
    }

    /** What it says of the lines in that log that one of the guide's filters finds. */
    public static String find(String filter, Path log) throws IOException, InterruptedException {
        return run(PROGRAM, log.toString(), filter(filter).toAbsolutePath().toString());
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
