package dev.latchkey.security;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.latchkey.support.ImportedClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds README.md beside this file against the tests: no row without its proof, and no proof that the page does not know. */
@Tag("security")
class SecurityIndexTest {

    private static final Path INDEX = Path.of("src/test/java/dev/latchkey/security/README.md");

    private static final Pattern LINE =
            Pattern.compile("^\\| ([A-Z-]+-\\d\\d) \\| (.+) \\| (.+) \\|$", Pattern.MULTILINE);
    private static final Pattern ROW_IN_NAME = Pattern.compile("(AC_[SVDR]|PEER)_\\d\\d");
    private static final Pattern CLASS_NAME = Pattern.compile("`(\\w+)`");

    private static final JavaClasses TESTS =
            ImportedClasses.ofTests().that(resideInAPackage("dev.latchkey.security.."));

    private final Map<String, String> proofs = new TreeMap<>();

    @BeforeEach
    void readIndex() throws IOException {
        LINE.matcher(Files.readString(INDEX))
                .results()
                .forEach(line -> assertThat(proofs.put(line.group(1), line.group(3)))
                        .as(line.group(1) + " stands there twice")
                        .isNull());
    }

    @Test
    void every_row_of_the_list_is_in_the_index() {
        var rows = Stream.of(rows("AC-S", 26), rows("PEER", 55), rows("AC-V", 28), rows("AC-D", 5))
                .flatMap(List::stream)
                .toList();

        assertThat(proofs.keySet()).containsAll(rows);
    }

    @Test
    void every_class_that_is_named_as_a_proof_has_a_test_that_is_named_after_the_row() {
        var missing = new ArrayList<String>();
        proofs.forEach((row, proof) -> {
            var named = CLASS_NAME
                    .matcher(proof)
                    .results()
                    .map(name -> name.group(1))
                    .toList();
            if (named.isEmpty()) {
                assertThat(proof).as(row).matches("does not apply: .{10,}");
            }
            named.stream()
                    .filter(name -> !rowsProvenBy(name).contains(row))
                    .forEach(name -> missing.add(row + " in " + name));
        });

        assertThat(missing).isEmpty();
    }

    @Test
    void every_class_with_a_test_that_is_named_after_a_row_is_named_there_as_a_proof() {
        var unknown = new ArrayList<String>();
        TESTS.forEach(type -> rowsProvenBy(type.getSimpleName()).stream()
                .filter(row -> !proofs.getOrDefault(row, "").contains("`" + type.getSimpleName() + "`"))
                .forEach(row -> unknown.add(row + " in " + type.getSimpleName())));

        assertThat(unknown).isEmpty();
    }

    private static TreeSet<String> rowsProvenBy(String className) {
        var rows = new TreeSet<String>();
        TESTS.stream()
                .filter(type -> type.getSimpleName().equals(className))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getAnnotations().stream()
                        .anyMatch(
                                annotation -> annotation.getRawType().getName().startsWith("org.junit.jupiter.")))
                .flatMap(method -> ROW_IN_NAME.matcher(method.getName()).results())
                .forEach(row -> rows.add(row.group().replace('_', '-')));
        return rows;
    }

    private static List<String> rows(String kind, int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(number -> "%s-%02d".formatted(kind, number))
                .toList();
    }
}
