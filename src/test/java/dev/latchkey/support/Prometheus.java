package dev.latchkey.support;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus with the example configuration and the alerts of the guide, which scrapes every second. */
public final class Prometheus implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final String address;

    private Prometheus(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Whether it is on the path. */
    public static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("prometheus", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Starts it.
     *
     * @param docs where {@code prometheus.yml} and {@code prometheus-alerts.yml} are
     * @param folder for its data
     * @param port the management port of the node
     */
    public static Prometheus start(Path docs, Path folder, int port) throws IOException {
        var configuration = replaced(docs.resolve("prometheus.yml"), "127\\.0\\.0\\.1:8081", "127.0.0.1:" + port);
        Files.writeString(folder.resolve("prometheus.yml"), configuration.replaceAll("(_interval): \\w+", "$1: 1s"));
        Files.writeString(
                folder.resolve("prometheus-alerts.yml"),
                replaced(docs.resolve("prometheus-alerts.yml"), "for: \\w+", "for: 0s"));
        var address = "127.0.0.1:" + ProductSettings.freePort();
        var process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + folder.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + folder.resolve("prometheus-data"),
                        "--web.listen-address=" + address)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        return new Prometheus(process, "http://" + address);
    }

    private static String replaced(Path file, String pattern, String replacement) throws IOException {
        var text = Files.readString(file);
        var replaced = text.replaceAll(pattern, replacement);
        if (replaced.equals(text)) {
            throw new AssertionError(file + " has nothing like " + pattern);
        }
        return replaced;
    }

    /** Whether it has a value of that metric now. */
    public boolean knows(String metric) {
        return !ask("/api/v1/query?query=" + URLEncoder.encode("count(" + metric + ")", StandardCharsets.UTF_8))
                .at("/data/result")
                .isEmpty();
    }

    /** The names of the alerts that fire now. */
    public List<String> firing() {
        return ask("/api/v1/alerts")
                .at("/data/alerts")
                .valueStream()
                .filter(alert -> alert.path("state").asString().equals("firing"))
                .map(alert -> alert.at("/labels/alertname").asString())
                .toList();
    }

    /** Empty while it starts. */
    private JsonNode ask(String path) {
        try {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
            return JsonMapper.shared().readTree(answer.statusCode() == 200 ? answer.body() : "{}");
        } catch (IOException e) {
            return JsonMapper.shared().createObjectNode();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
