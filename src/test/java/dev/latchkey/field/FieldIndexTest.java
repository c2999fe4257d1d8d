package dev.latchkey.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.latchkey.support.ImportedClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds README.md beside this file against the tests: it names those of every row, and no others. */
@Tag("security")
class FieldIndexTest {

    private static final Path INDEX = Path.of("src/test/java/dev/latchkey/field/README.md");

    private static final Pattern LINE =
            Pattern.compile("^\\| ([ATPO]\\d+) \\| (?:.+) \\| (.+) \\|$", Pattern.MULTILINE);
    private static final Pattern ROW_IN_NAME = Pattern.compile("FIELD_([ATPO]\\d+)_");
    private static final Pattern CLASS_NAME = Pattern.compile("`(\\w+)`");

    private static final JavaClasses TESTS = ImportedClasses.ofTests();

    private final Map<String, Set<String>> named = new TreeMap<>();

    @BeforeEach
    void readIndex() throws IOException {
        LINE.matcher(Files.readString(INDEX))
                .results()
                .forEach(line -> assertThat(named.put(line.group(1), classesIn(line.group(2))))
                        .as(line.group(1) + " stands there twice")
                        .isNull());
    }

    @Test
    void every_row_is_in_the_index() {
        var rows = Stream.of(rows("A", 19), rows("T", 13), rows("P", 23), rows("O", 17))
                .flatMap(each -> each);

        assertThat(named.keySet()).containsExactlyInAnyOrderElementsOf(rows.toList());
    }

    @Test
    void every_row_names_the_classes_that_have_a_test_named_after_it() {
        var proven = new TreeMap<String, Set<String>>();
        named.keySet().forEach(row -> proven.put(row, new TreeSet<>()));
        TESTS.forEach(type -> rowsIn(type)
                .forEach(row ->
                        proven.computeIfAbsent(row, unknown -> new TreeSet<>()).add(type.getSimpleName())));

        assertThat(named).isEqualTo(proven);
    }

    private static Set<String> classesIn(String cell) {
        return CLASS_NAME
                .matcher(cell)
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> rowsIn(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.getAnnotations().stream()
                        .anyMatch(
                                annotation -> annotation.getRawType().getName().startsWith("org.junit.jupiter.")))
                .flatMap(method -> ROW_IN_NAME.matcher(method.getName()).results())
                .map(row -> row.group(1));
    }

    private static Stream<String> rows(String kind, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> kind + number);
    }
}
