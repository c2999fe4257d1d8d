package dev.latchkey.product.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.ProductJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What would differ between two builds of the same sources. script/reproducible compares two. */
class ReproducibleJarIT {

    @Test
    void nothing_in_the_jar_says_when_or_where_it_was_built() throws IOException {
        var place = Path.of("").toAbsolutePath().toString();
        var dates = new TreeSet<String>();
        try (var jar = new ZipFile(ProductJar.FILE.toFile())) {
            for (var entry : jar.stream().toList()) {
                dates.add(entry.getTimeLocal().toString());
                if (!entry.getName().endsWith(".jar")) {
                    var text = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                    assertThat(text.contains(place)).as(entry.getName()).isFalse();
                }
            }
            var parts = jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json"));
            assertThat(new String(parts.readAllBytes(), StandardCharsets.UTF_8)).doesNotContain("\"timestamp\"");
        }
        assertThat(dates).as("one date, of the sources").hasSize(1);
    }
}
