package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.latchkey.support.ImportedClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds the promises of SECURITY.md to naming the tests that keep them. */
@Tag("security")
class PromisesTest {

    private static final Path PAGE = Path.of("SECURITY.md");

    private static final Pattern CHAPTER = Pattern.compile("## Promises\n(.*?)\n## ", Pattern.DOTALL);
    private static final Pattern PROMISE =
            Pattern.compile("^(\\d+)\\. (.*?)(?=^\\d+\\. |^\\S|\\z)", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    private static final JavaClasses TESTS = ImportedClasses.ofTests();

    @Test
    void every_promise_names_tests_that_there_are() throws IOException {
        var promises = promises();
        var tests = TESTS.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());

        assertThat(promises)
                .hasSizeGreaterThan(10)
                .allSatisfy(promise ->
                        assertThat(testsOf(promise)).as(promise).isNotEmpty().isSubsetOf(tests));
    }

    private static List<String> promises() throws IOException {
        var chapter = CHAPTER.matcher(Files.readString(PAGE));
        assertThat(chapter.find()).isTrue();
        return PROMISE.matcher(chapter.group(1))
                .results()
                .map(promise -> promise.group(2))
                .toList();
    }

    private static List<String> testsOf(String promise) {
        return TEST.matcher(promise).results().map(name -> name.group(1)).toList();
    }
}
