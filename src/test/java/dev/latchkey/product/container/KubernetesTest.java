package dev.latchkey.product.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** docs/operations/kubernetes.yaml: what its parts say about each other. {@link ContainerLayoutIT} asks its probes. */
class KubernetesTest {

    static final String FILE = "docs/operations/kubernetes.yaml";

    private final Map<String, Object> byKind = new LinkedHashMap<>();
    private Object pod;
    private Object container;

    @BeforeEach
    void read() throws IOException {
        Nodes.documents(FILE).forEach(document -> byKind.put((String) Nodes.at(document, "kind"), document));
        pod = at("Deployment", "spec.template.spec");
        container = Nodes.at(pod, "containers.0");
    }

    @Test
    void everything_is_in_one_namespace_and_means_the_same_pods() {
        assertThat(byKind.values()).allSatisfy(document -> {
            assertThat(Nodes.at(document, "metadata.namespace")).isEqualTo("latchkey");
            assertThat(Nodes.at(document, "metadata.name")).isEqualTo("latchkey");
        });
        var labels = at("Deployment", "spec.template.metadata.labels");
        assertThat(at("Deployment", "spec.selector.matchLabels")).isEqualTo(labels);
        assertThat(at("Service", "spec.selector")).isEqualTo(labels);
        assertThat(at("PodDisruptionBudget", "spec.selector.matchLabels")).isEqualTo(labels);
        assertThat(at("NetworkPolicy", "spec.podSelector.matchLabels")).isEqualTo(labels);
    }

    @Test
    void every_variable_is_a_setting() throws IOException {
        var known = new KnownSettings();
        assertThat(Nodes.map(at("ConfigMap", "data")).keySet()).isNotEmpty().allMatch(known::has);
        assertThat(Nodes.at(container, "envFrom.0.configMapRef.name")).isEqualTo("latchkey");
        assertThat(at("ConfigMap", "data.SPRING_CONFIG_IMPORT")).isEqualTo("configtree:" + mountPath("settings") + "/");
        assertThat(at("ConfigMap", "data.LATCHKEY_KEYSET_FILE")).isEqualTo(mountPath("keyset") + "/keyset.json");
        assertThat(at("ConfigMap", "data").toString()).doesNotContainIgnoringCase("password");
    }

    @Test
    void what_must_be_replaced_is_no_address_that_a_start_would_accept() {
        assertThat((String) at("ConfigMap", "data.LATCHKEY_SIGN_IN_TRUSTED_PROXIES"))
                .matches("[A-Z_]+");
    }

    @Test
    void a_start_may_wait_for_a_node_that_changes_the_schema() {
        var probe = Nodes.map(Nodes.at(container, "startupProbe"));
        assertThat((int) probe.get("periodSeconds") * (int) probe.get("failureThreshold"))
                .as("seconds, of which the wait for another node takes ten minutes")
                .isGreaterThan(600 + 60);
    }

    @Test
    void the_pod_for_commands_has_what_the_others_have_and_a_volume_that_stays() throws IOException {
        var commands = Nodes.documents("docs/operations/kubernetes-commands.yaml");
        var spec = Nodes.at(commands.getLast(), "spec");
        var commanded = Nodes.at(spec, "containers.0");

        for (var same : List.of("image", "envFrom", "securityContext", "resources")) {
            assertThat(Nodes.at(commanded, same)).as(same).isEqualTo(Nodes.at(container, same));
        }
        assertThat(Nodes.at(spec, "securityContext")).isEqualTo(Nodes.at(pod, "securityContext"));
        assertThat(Nodes.maps(Nodes.at(commanded, "volumeMounts")))
                .containsAll(Nodes.maps(Nodes.at(container, "volumeMounts")));
        assertThat(Nodes.maps(Nodes.at(spec, "volumes"))).containsAll(Nodes.maps(Nodes.at(pod, "volumes")));
        assertThat(Nodes.at(spec, "volumes.3.persistentVolumeClaim.claimName"))
                .isEqualTo(Nodes.at(commands.getFirst(), "metadata.name"));
        assertThat(Nodes.map(Nodes.at(commands.getLast(), "metadata")))
                .as("the Service would send requests to it")
                .doesNotContainKey("labels");
    }

    @Test
    void a_browser_stays_on_its_node() {
        assertThat(Nodes.map(at("Ingress", "metadata.annotations")))
                .containsEntry("nginx.ingress.kubernetes.io/affinity", "cookie")
                .containsEntry("nginx.ingress.kubernetes.io/affinity-mode", "persistent");
        assertThat(at("Service", "spec.sessionAffinity")).isEqualTo("ClientIP");
        assertThat(at("Ingress", "spec.rules.0.http.paths.0.backend.service"))
                .isEqualTo(Map.of("name", "latchkey", "port", Map.of("name", "http")));
    }

    @Test
    void FIELD_O14_pods_run_as_any_user_on_a_read_only_root() {
        assertThat(Nodes.map(Nodes.at(container, "securityContext")))
                .containsEntry("readOnlyRootFilesystem", true)
                .containsEntry("allowPrivilegeEscalation", false)
                .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
        assertThat(Nodes.map(Nodes.at(pod, "securityContext")))
                .containsEntry("runAsNonRoot", true)
                .containsEntry("seccompProfile", Map.of("type", "RuntimeDefault"))
                .containsEntry("fsGroup", 10001);
        assertThat(mountPath("tmp")).isEqualTo("/tmp");
        assertThat(Nodes.map(volume("tmp"))).containsKey("emptyDir");
        assertThat(Nodes.at(volume("keyset"), "secret.defaultMode"))
                .as("nobody but the pod's group reads the keyset")
                .isEqualTo(0440);
        assertThat(Nodes.at(pod, "automountServiceAccountToken")).isEqualTo(false);
        assertThat(Nodes.at(container, "resources.limits.memory"))
                .isEqualTo(Nodes.at(container, "resources.requests.memory"))
                .isEqualTo("768Mi");
    }

    @Test
    void probes_and_rules_of_the_network_name_ports_of_the_pod() {
        var ports = Nodes.maps(Nodes.at(container, "ports")).stream()
                .map(port -> port.get("name"))
                .toList();
        var named = Stream.of(
                Nodes.at(container, "startupProbe.httpGet.port"),
                Nodes.at(container, "livenessProbe.httpGet.port"),
                Nodes.at(container, "readinessProbe.httpGet.port"),
                at("Service", "spec.ports.0.targetPort"),
                at("NetworkPolicy", "spec.ingress.0.ports.0.port"),
                at("NetworkPolicy", "spec.ingress.1.ports.0.port"));
        assertThat(named).allMatch(ports::contains);
        assertThat(String.valueOf(Nodes.at(container, "ports.1.containerPort")))
                .isEqualTo(at("ConfigMap", "data.MANAGEMENT_SERVER_PORT"));
        assertThat((int) Nodes.at(pod, "terminationGracePeriodSeconds"))
                .as("preStop, and 30 seconds for jobs and requests")
                .isGreaterThanOrEqualTo(35 + 5);
    }

    private Object at(String kind, String path) {
        return Nodes.at(byKind.get(kind), path);
    }

    private Object mountPath(String name) {
        return Nodes.maps(Nodes.at(container, "volumeMounts")).stream()
                .filter(mount -> name.equals(mount.get("name")))
                .map(mount -> mount.get("mountPath"))
                .findFirst()
                .orElseThrow();
    }

    private Object volume(String name) {
        return Nodes.maps(Nodes.at(pod, "volumes")).stream()
                .filter(volume -> name.equals(volume.get("name")))
                .findFirst()
                .orElseThrow();
    }
}
