package dev.latchkey.product.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The files of the image, made from the built jar by the steps of the Dockerfile, and how a container runs them. */
final class ContainerLayout {

    private static final String JAVA = System.getProperty("java.home") + "/bin/java";

    /** Where the image has them, and where they are mounted here: a directory that every Linux has. */
    private static final String IN_IMAGE = "/latchkey/";

    private static final String MOUNTED = "/mnt/";

    /** Makes the whole tree of files read-only, as an engine does, then becomes a user that nobody knows, without any privilege. */
    private static final String CONTAINER = """
            set -eu
            mount --bind "$0" /mnt
            for place in $(awk '$2 !~ "^/(proc|sys|dev)" { print $2 }' /proc/mounts | sort -u); do
              mount -o remount,bind,ro "$place" || true
            done 2>/dev/null
            mount -t tmpfs -o %s tmpfs /tmp
            for place in / /mnt; do
              if (: >"$place/written") 2>/dev/null; then echo "$place is not read-only"; exit 1; fi
            done
            cd /
            exec setpriv --reuid 1234567 --regid 0 --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all "$@"
            """;

    private final Dockerfile dockerfile;
    private final Path directory;

    private ContainerLayout(Dockerfile dockerfile, Path directory) {
        this.dockerfile = dockerfile;
        this.directory = directory;
    }

    /** Makes them in that directory, the AOT cache included. */
    static ContainerLayout make(Path directory) throws IOException, InterruptedException {
        var dockerfile = Dockerfile.read();
        var layout = new ContainerLayout(dockerfile, directory);
        layout.extract(directory.resolveSibling("layers"));
        for (var script : List.of("health", "train")) {
            Files.copy(Path.of("container", script), directory.resolve(script), StandardCopyOption.COPY_ATTRIBUTES);
        }
        run(List.of(directory.resolve("train").toString()));
        return layout;
    }

    private void extract(Path layers) throws IOException, InterruptedException {
        var extraction = dockerfile
                .all("RUN")
                .map(Dockerfile.Instruction::arguments)
                .filter(command -> command.contains("-Djarmode=tools"))
                .findFirst()
                .orElseThrow();
        var command = new ArrayList<>(List.of(extraction.split(" ")));
        command.set(0, JAVA);
        command.set(command.indexOf("layers"), layers.toString());
        run(command);
        var copies = dockerfile
                .all("COPY")
                .filter(copy -> copy.arguments().contains("--from=build"))
                .toList();
        assertThat(copies).hasSize(3);
        for (var copy : copies) {
            var layer = layers.resolveSibling(copy.words().getFirst().replace("/build/", ""));
            FileSystemUtils.copyRecursively(layer, directory);
        }
        FileSystemUtils.deleteRecursively(layers);
    }

    /** The command that runs the image's own in a container. */
    List<String> command(String tmpfsOptions) {
        var command = new ArrayList<>(List.of(
                "unshare",
                "--mount",
                "--propagation",
                "private",
                "bash",
                "-c",
                CONTAINER.formatted(tmpfsOptions),
                directory.toString()));
        dockerfile.last("ENTRYPOINT").exec().stream()
                .map(word -> word.equals("java") ? JAVA : word.replace(IN_IMAGE, MOUNTED))
                .forEach(command::add);
        return command;
    }

    /** A path of the image as a container of {@link #command} has it. */
    String mounted(String name) {
        return MOUNTED + name;
    }

    /** The command of the health check, outside of the container, whose network is the host's. */
    List<String> healthCheck() {
        return dockerfile.last("HEALTHCHECK").exec().stream()
                .map(word -> word.replace(IN_IMAGE, directory + "/"))
                .toList();
    }

    Dockerfile dockerfile() {
        return dockerfile;
    }

    /** Whether this process may mount file systems of its own and become another user, as root on Linux usually may. */
    static boolean isPossible() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "--mount", "--propagation", "private", "setpriv", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .merge("PATH", System.getProperty("java.home") + "/bin", (path, java) -> java + ":" + path);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
