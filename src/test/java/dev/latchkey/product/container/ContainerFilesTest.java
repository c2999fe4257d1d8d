package dev.latchkey.product.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Dockerfile and compose.yaml, read as their engines read them. */
class ContainerFilesTest {

    private static final String PINNED = "[a-z0-9/.-]+:v?[0-9][\\w.-]+@sha256:[0-9a-f]{64}";
    private static final Pattern JDK = Pattern.compile("eclipse-temurin:([\\w.]+)-(?:jdk|jre)-");

    private Dockerfile dockerfile;
    private Map<String, Object> compose;

    @BeforeEach
    void read() throws IOException {
        dockerfile = Dockerfile.read();
        compose = Nodes.map(Nodes.documents("compose.yaml").getFirst());
    }

    @Test
    void every_image_is_pinned_by_version_and_digest() {
        var bases = dockerfile
                .all("ARG")
                .filter(argument -> argument.arguments().contains("_BASE="))
                .map(argument -> argument.arguments().split("=", 2)[1])
                .toList();
        assertThat(bases).hasSize(2).allMatch(base -> base.matches(PINNED), "name:version@sha256:…");
        assertThat(bases.stream().map(ContainerFilesTest::jdkOf).distinct())
                .as("the AOT cache is made by the JVM that uses it")
                .hasSize(1);
        assertThat(dockerfile.all("FROM").map(from -> from.words().getFirst()))
                .as("nothing else is a base")
                .containsOnly("${BUILD_BASE}", "${RUNTIME_BASE}", "application");
        services().forEach((name, service) -> {
            if (!service.containsKey("build")) {
                assertThat(service.get("image").toString()).as(name).matches(PINNED);
            }
        });
    }

    @Test
    void FIELD_O14_the_image_runs_as_no_root_and_says_whether_it_is_ready() {
        assertThat(dockerfile.last("USER").arguments()).matches("[1-9]\\d{3,}:[1-9]\\d{3,}");
        assertThat(dockerfile.last("ENTRYPOINT").exec())
                .as("in exec form: java itself gets the signal to end")
                .startsWith("java")
                .contains("-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-XX:AOTCache=/latchkey/latchkey.aot");
        assertThat(dockerfile.last("STOPSIGNAL").arguments()).isEqualTo("SIGTERM");
        assertThat(dockerfile.last("HEALTHCHECK").exec()).containsExactly("/latchkey/health");
    }

    @Test
    void only_what_the_build_reads_gets_into_it() throws IOException {
        var lines = Files.readAllLines(Path.of(".dockerignore")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(lines).startsWith("*").contains("src/test");
        var let = lines.stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();
        var copied = dockerfile
                .all("COPY")
                .filter(copy -> !copy.arguments().contains("--from="))
                .flatMap(copy -> copy.words().subList(0, copy.words().size() - 1).stream())
                .toList();
        assertThat(copied).containsExactlyInAnyOrderElementsOf(let).allMatch(file -> Files.exists(Path.of(file)));
    }

    @Test
    void every_variable_and_every_file_with_a_secret_is_a_setting() throws IOException {
        var known = new KnownSettings();
        assertThat(dockerfile.environment().keySet()).isNotEmpty().allMatch(known::has);
        var product = services().get("latchkey");
        assertThat(Nodes.map(product.get("environment")).keySet()).isNotEmpty().allMatch(known::has);
        assertThat(Nodes.maps(product.get("secrets")))
                .hasSize(2)
                .extracting(secret ->
                        secret.get("target").toString().replace('.', '_').toUpperCase(java.util.Locale.ROOT))
                .allMatch(known::has);
        assertThat(known.has("LATCHKEY_PUBLIC_URI")).isFalse();
        assertThat(known.has("SPRING_DATASOURCE_USER")).isFalse();
    }

    @Test
    void FIELD_O14_the_product_runs_hardened_as_compose_starts_it() {
        for (var name : List.of("latchkey", "keyset")) {
            var service = services().get(name);
            assertThat(service)
                    .as(name)
                    .containsEntry("read_only", true)
                    .containsEntry("cap_drop", List.of("ALL"))
                    .containsEntry("security_opt", List.of("no-new-privileges:true"))
                    .containsEntry("tmpfs", List.of("/tmp:size=64m,mode=1777,noexec,nosuid,nodev"))
                    .doesNotContainKeys("user", "entrypoint", "privileged");
        }
        assertThat(services().values())
                .allSatisfy(service -> assertThat(service)
                        .containsKey("mem_limit")
                        .containsEntry("security_opt", List.of("no-new-privileges:true")));
        assertThat(services().get("latchkey").get("volumes")).isEqualTo(List.of("keys:/keys:ro"));
        assertThat(services().get("latchkey").get("stop_grace_period"))
                .as("30 seconds for jobs and requests, and some more")
                .isEqualTo("40s");
    }

    @Test
    void passwords_come_from_files_and_none_is_in_the_repository() {
        var secrets = Nodes.map(compose.get("secrets"));
        secrets.forEach(
                (name, secret) -> assertThat(Nodes.map(secret)).as(name).containsEntry("file", "./secrets/" + name));
        assertThat(ignored()).contains("/secrets/");
        services().forEach((name, service) -> {
            assertThat(Nodes.map(service.get("environment")).keySet())
                    .as(name)
                    .noneMatch(variable -> variable.endsWith("PASSWORD") && !variable.contains("RANDOM"));
            assertThat(namedSecrets(service)).as(name).allMatch(secrets::containsKey);
        });
    }

    @Test
    void the_database_image_reads_the_script_that_makes_the_applications_user() {
        var mounted =
                Nodes.at(compose, "services.database.volumes.1").toString().split(":");
        assertThat(mounted[1]).isEqualTo("/docker-entrypoint-initdb.d/application-user.sh");
        assertThat(Path.of(mounted[0]))
                .exists()
                .as("or it would be run without the functions that it calls")
                .satisfies(script -> assertThat(Files.isExecutable(script)).isFalse());
        assertThat(Nodes.at(compose, "services.latchkey.environment.SPRING_DATASOURCE_USERNAME"))
                .isEqualTo("latchkey_app");
    }

    private static List<String> namedSecrets(Map<String, Object> service) {
        return ((List<?>) service.getOrDefault("secrets", List.of()))
                .stream()
                        .map(secret -> secret instanceof Map<?, ?> map ? map.get("source") : secret)
                        .map(String::valueOf)
                        .toList();
    }

    private static List<String> ignored() {
        try {
            return Files.readAllLines(Path.of(".gitignore"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, Map<String, Object>> services() {
        var services = new java.util.TreeMap<String, Map<String, Object>>();
        Nodes.map(compose.get("services")).forEach((name, service) -> services.put(name, Nodes.map(service)));
        return services;
    }

    private static String jdkOf(String base) {
        var matcher = JDK.matcher(base);
        assertThat(matcher.find()).as(base).isTrue();
        return matcher.group(1);
    }
}
