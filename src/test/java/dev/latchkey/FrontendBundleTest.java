package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The committed bundle is what the build uses; otherwise a machine without Node could not build at all. */
class FrontendBundleTest {

    private static final Path BUNDLE = Path.of("src/main/bundles/prod.bundle");

    @Test
    void the_build_uses_the_committed_bundle_as_it_is() throws IOException, InterruptedException {
        var json = JsonMapper.shared();
        var built = json.readTree(Path.of("target/classes/META-INF/VAADIN/config/stats.json"));
        try (var bundle = new ZipFile(BUNDLE.toFile())) {
            var committed = json.readTree(bundle.getInputStream(bundle.getEntry("config/stats.json")));
            assertThat(committed.properties())
                    .as("The bundle is stale: run script/bundle and commit " + BUNDLE)
                    .isNotEmpty()
                    .allSatisfy(
                            property -> assertThat(built.get(property.getKey())).isEqualTo(property.getValue()));
        }
        assertThat(changedSinceCommit())
                .as("The build made a new bundle because the committed one was stale: commit " + BUNDLE)
                .isFalse();
    }

    @Test
    void the_bundle_is_the_optimised_one() throws IOException {
        assertThat(Files.size(BUNDLE)).isLessThan(2_000_000);
    }

    /** Outside a git checkout, as in an unpacked archive, nothing can be told. */
    private static boolean changedSinceCommit() throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "status", "--porcelain", "--", BUNDLE.toString()).start();
        var output = new String(git.getInputStream().readAllBytes());
        return git.waitFor() == 0 && !output.isBlank();
    }
}
