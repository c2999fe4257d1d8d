package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/architecture.md} shows the rooms and names the classes that there are. */
class ArchitectureDocumentTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/latchkey");
    private static final Pattern CLASS_NAME = Pattern.compile("`(?:[a-z]+/)*([A-Z][a-z]+[A-Z]\\w+)(?:\\.\\w+)?`");
    private static final Pattern PATH = Pattern.compile("`((?:[a-z]+/)+[A-Z]\\w+)`");
    private static final Pattern FEATURE = Pattern.compile("\\[\"<b>(\\w+)</b><br/>(.*?)\"]");

    private final String document;

    ArchitectureDocumentTest() throws IOException {
        document = Files.readString(Path.of("docs/architecture.md"));
    }

    @Test
    void every_class_that_it_names_exists() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var classes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
            classes.add(ArchitectureTest.class.getSimpleName());
            classes.add("NamedInterface");
            assertThat(found(CLASS_NAME)).hasSizeGreaterThan(30).isSubsetOf(classes);
        }
    }

    @Test
    void every_file_that_it_sends_to_is_there() {
        assertThat(found(PATH)).hasSizeGreaterThan(5).allMatch(path -> Files.exists(SOURCES.resolve(path + ".java")));
    }

    @Test
    void its_picture_shows_the_rooms_of_each_feature() {
        var pictured = FEATURE.matcher(document).results().toList();
        assertThat(pictured)
                .filteredOn(feature -> List.of("ui", "operation", "signin", "twofactor", "user", "mail", "audit")
                        .contains(feature.group(1)))
                .hasSize(7)
                .allSatisfy(feature -> assertThat(roomsPictured(feature)).isEqualTo(rooms(feature.group(1))));
    }

    private static Set<String> roomsPictured(MatchResult feature) {
        return Stream.of(feature.group(2).split("·|<br/>")).map(String::strip).collect(Collectors.toSet());
    }

    private static Set<String> rooms(String feature) {
        try (var folders = Files.list(SOURCES.resolve(feature))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(room -> !room.equals("ui"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> found(Pattern pattern) {
        return pattern.matcher(document).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }
}
