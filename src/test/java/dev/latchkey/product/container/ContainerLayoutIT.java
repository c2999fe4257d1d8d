package dev.latchkey.product.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.support.ProductJar;
import dev.latchkey.support.ProductSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the image, started as a container engine starts them. What only an engine can do is not here. */
class ContainerLayoutIT {

    private static final Pattern STARTED = Pattern.compile("(Started LatchkeyApplication)");

    @TempDir
    private Path folder;

    @Test
    void FIELD_O14_the_image_serves_as_any_user_on_a_read_only_root_and_ends_when_told_to() throws Exception {
        assumeTrue(ContainerLayout.isPossible(), "may not mount a file system or become another user");
        var layout = ContainerLayout.make(Files.createDirectory(folder.resolve("image")));
        var managementPort = ProductSettings.freePort();
        var port = ProductSettings.freePort();
        var settings = ProductSettings.of(folder, "latchkey_container")
                .with("LATCHKEY_KEYSET_FILE", layout.mounted("keyset.json"))
                // The start fails if the cache is not used
                .with("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on -XX:MaxRAM=512m");
        layout.dockerfile().environment().forEach(settings::with);
        settings.with("MANAGEMENT_SERVER_PORT", managementPort).with("SERVER_PORT", port);
        mountKeyset();

        try (var product = ProductJar.start(settings, layout.command(tmpfsOfCompose()))) {
            product.await(STARTED);

            // Ready once what the start has to do besides is done
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() ->
                            assertThat(healthCheck(layout, managementPort, "")).isEqualTo("0 Readiness: 200"));
            assertThat(healthCheck(layout, ProductSettings.freePort(), port)).startsWith("1 ");
            assertThat(healthCheck(layout, "-1", port))
                    .as("without a management port")
                    .isEqualTo("0 Readiness: 200");
            for (var path : probes()) {
                assertThat(status(managementPort, path)).as(path).isEqualTo(200);
            }
            try (var written = Files.list(Path.of("/proc", String.valueOf(product.pid()), "root", "tmp"))) {
                assertThat(written.map(Path::getFileName).map(Path::toString))
                        .as("nothing but Tomcat's directories")
                        .isNotEmpty()
                        .allMatch(name -> name.startsWith("tomcat"));
            }
            product.close();
            assertThat(product.exitCode()).as("ended by the signal").isEqualTo(128 + 15);
            assertThat(product.output()).contains("Graceful shutdown complete");
        }
    }

    /** As Kubernetes mounts a secret with the pod's group. */
    private void mountKeyset() throws IOException {
        var keyset = folder.resolve("image").resolve("keyset.json");
        Files.copy(folder.resolve("keyset.json"), keyset);
        Files.setPosixFilePermissions(keyset, PosixFilePermissions.fromString("r--r-----"));
    }

    private static String tmpfsOfCompose() throws IOException {
        var tmpfs = (String) Nodes.at(Nodes.documents("compose.yaml").getFirst(), "services.latchkey.tmpfs.0");
        return tmpfs.substring("/tmp:".length());
    }

    private static List<String> probes() throws IOException {
        var container = Nodes.documents(KubernetesTest.FILE).stream()
                .filter(document -> "Deployment".equals(Nodes.at(document, "kind")))
                .map(deployment -> Nodes.at(deployment, "spec.template.spec.containers.0"))
                .findFirst()
                .orElseThrow();
        return List.of("startupProbe", "livenessProbe", "readinessProbe").stream()
                .map(probe -> (String) Nodes.at(container, probe + ".httpGet.path"))
                .toList();
    }

    /** Its exit code, and what it printed. */
    private static String healthCheck(ContainerLayout layout, String managementPort, String port)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(layout.healthCheck()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("MANAGEMENT_SERVER_PORT", managementPort, "SERVER_PORT", port));
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output.strip();
    }

    private static int status(String port, String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
