package dev.latchkey.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/** The product as its operator runs it: the jar in {@code target}, as a process of its own whose output is kept. */
public final class ProductJar implements AutoCloseable {

    /** The jar that the build has made. */
    public static final Path FILE = Path.of("target", "latchkey.jar");

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern STARTED = Pattern.compile("(Started LatchkeyApplication)");

    private final ProductSettings settings;
    private final Process process;
    private final StringBuilder output = new StringBuilder();
    private final Thread reader;

    private ProductJar(ProductSettings settings, Process process) {
        this.settings = settings;
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::readOutput);
    }

    /** Starts it, unpacked as the image has it, and returns at once: that takes a quarter less than out of the file. */
    public static ProductJar start(ProductSettings settings, String... arguments) throws IOException {
        return startJvm(settings, List.of("-jar", Unpacked.FILE.toString()), arguments);
    }

    /** Starts the very file, and returns at once. */
    public static ProductJar startFile(ProductSettings settings, String... arguments) throws IOException {
        return startJvm(settings, List.of("-jar", FILE.toAbsolutePath().toString()), arguments);
    }

    /**
     * Starts it as the container image does, and returns at once.
     *
     * @param layers where {@link #extract} has put it
     */
    public static ProductJar startExtracted(ProductSettings settings, Path layers) throws IOException {
        return startJvm(
                settings,
                List.of(
                        "-cp",
                        layers.toAbsolutePath().toString(),
                        "org.springframework.boot.loader.launch.JarLauncher"));
    }

    /** Puts its layers into that folder, as the container image has them. */
    public static void extract(Path layers) throws IOException, InterruptedException {
        extract("--layers", "--launcher", "--destination", layers.toString());
        try (var extracted = Files.list(layers)) {
            for (var layer : extracted.toList()) {
                FileSystemUtils.copyRecursively(layer, layers);
                FileSystemUtils.deleteRecursively(layer);
            }
        }
    }

    private static void extract(String... how) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(java(), "-Djarmode=tools", "-jar", FILE.toAbsolutePath().toString(), "extract"));
        command.addAll(List.of(how));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private static ProductJar startJvm(ProductSettings settings, List<String> what, String... arguments)
            throws IOException {
        var command =
                new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.language=en"));
        command.addAll(settings.jvmOptions());
        command.addAll(what);
        command.addAll(List.of(arguments));
        return start(settings, command);
    }

    /** Starts it in another form than the jar's, by that command, and returns at once. */
    public static ProductJar start(ProductSettings settings, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(settings.folder().toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.matches("(SPRING|LATCHKEY|SERVER|MANAGEMENT|LOGGING)_.*"));
        builder.environment().putAll(settings.environment());
        return new ProductJar(settings, builder.start());
    }

    private static String java() {
        return System.getProperty("java.home") + "/bin/java";
    }

    /** Starts it, and returns once it serves. */
    public static ProductJar serve(ProductSettings settings) throws IOException {
        return start(settings).serving();
    }

    /** Itself, once it serves. */
    public ProductJar serving() {
        await(STARTED);
        return this;
    }

    /** Runs it to its end; what it printed. */
    public static String run(ProductSettings settings, String... arguments) throws IOException, InterruptedException {
        try (var product = start(settings, arguments)) {
            return product.awaitEnd();
        }
    }

    /** The same out of the very file. */
    public static String runFile(ProductSettings settings, String... arguments)
            throws IOException, InterruptedException {
        try (var product = startFile(settings, arguments)) {
            return product.awaitEnd();
        }
    }

    /** What the first group of the pattern matches, once it is in the output. */
    public String await(Pattern pattern) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (output) {
            while (true) {
                var matcher = pattern.matcher(output);
                if (matcher.find()) {
                    return matcher.group(1);
                }
                var left = end - System.nanoTime();
                if (left <= 0 || !reader.isAlive()) {
                    throw new AssertionError("The product never wrote " + pattern + ", but\n" + output);
                }
                try {
                    TimeUnit.NANOSECONDS.timedWait(output, Math.min(left, TimeUnit.SECONDS.toNanos(1)));
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    /** All that it printed, once it has ended by itself. */
    public String awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(() -> "the product ends; it printed\n" + output())
                .isTrue();
        reader.join();
        return output();
    }

    /** All that it has printed so far. */
    public String output() {
        synchronized (output) {
            return output.toString();
        }
    }

    /** The exit code, once it has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** The process id, for signals. */
    public long pid() {
        return process.pid();
    }

    /** An address of it, as its clients use it. */
    public String url(String path) {
        return settings.publicUrl() + path;
    }

    /** An address of its management port, as monitoring uses it. */
    public String managementUrl(String path) {
        return settings.managementUrl() + path;
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
        reader.join();
    }

    /** Ends it as a supervisor does, and waits for that. */
    @Override
    public void close() throws InterruptedException {
        // Not the process itself, which would cut off its last words
        process.toHandle().destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            kill();
        }
        reader.join();
    }

    private void readOutput() {
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (output) {
                    output.append(line).append('\n');
                    output.notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Once for all tests of a process; what they have unpacked goes with it. */
    private static final class Unpacked {

        private static final Path FILE;

        static {
            try {
                var place = Files.createTempDirectory("latchkey-jar").toAbsolutePath();
                extract("--force", "--destination", place.toString());
                FILE = place.resolve(ProductJar.FILE.getFileName());
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(place.toFile())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
