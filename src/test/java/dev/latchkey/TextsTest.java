package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word that a person reads is in the bundle, and nothing else is. */
class TextsTest {

    private static final Pattern KEY = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z][a-z-]*)+)\"");
    private static final Pattern TEMPLATE_KEY = Pattern.compile("#\\{([a-z.-]+)");
    private static final Pattern ASKED_FOR =
            Pattern.compile("(?:getTranslation|getMessage|text|say|RefusedException)\\(\\s*\"([^\"]+)\"");
    // A text with a blank, given straight to something that shows it
    private static final Pattern LITERAL = Pattern.compile(
            "(?:new (?:Button|Span|Paragraph|H[1-6]|TextField|EmailField|PasswordField)|setText|setLabel|setTitle"
                    + "|setHeaderTitle|setErrorMessage|setPlaceholder|setHelperText|setAriaLabel|Notification\\.show)"
                    + "\\(\\s*\"");

    @Test
    void no_key_is_missing() throws IOException {
        assertThat(asked()).isNotEmpty().isSubsetOf(bundle());
    }

    @Test
    void no_key_is_unused() throws IOException {
        var mentioned = new TreeSet<>(allMatches(sources(), KEY));
        mentioned.addAll(allMatches(templates(), TEMPLATE_KEY));

        assertThat(bundle().stream()
                        .filter(key -> !mentioned.contains(key))
                        // put together from the name of a constant or of a deed
                        .filter(key -> !key.matches("(mail\\.(notice|secret)|audit\\.action|users)[.-].*")))
                .isEmpty();
    }

    @Test
    void no_view_has_words_of_its_own() throws IOException {
        try (var files = sources()) {
            assertThat(files.filter(file -> LITERAL.matcher(read(file)).find())).isEmpty();
        }
    }

    private static Set<String> asked() throws IOException {
        var asked = new TreeSet<String>();
        for (var key : allMatches(sources(), ASKED_FOR)) {
            if (!key.endsWith(".")) {
                asked.add(key);
            }
        }
        asked.addAll(allMatches(templates(), TEMPLATE_KEY));
        return asked;
    }

    private static Set<String> bundle() throws IOException {
        var texts = new Properties();
        try (var in =
                Files.newBufferedReader(Path.of("src/main/resources/messages.properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts.stringPropertyNames();
    }

    private static Set<String> allMatches(Stream<Path> files, Pattern pattern) {
        try (files) {
            return files.flatMap(file -> pattern.matcher(read(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<Path> sources() throws IOException {
        return Files.walk(Path.of("src/main/java"))
                .filter(file -> file.toString().endsWith(".java"));
    }

    private static Stream<Path> templates() throws IOException {
        return Files.walk(Path.of("src/main/resources/templates")).filter(Files::isRegularFile);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
